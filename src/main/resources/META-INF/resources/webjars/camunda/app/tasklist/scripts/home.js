// The way back from Camunda's applications to our own pages, in the head of each of them.
import { language } from './locales.js';

const TEXT = language === 'zh' ? '首页' : 'Home';

function addLink() {
  const menu = document.querySelector('[cam-widget-header] .cam-nav > ul');
  if (!menu || menu.querySelector('.our-home')) return;
  const item = document.createElement('li');
  item.className = 'our-home';
  item.append(Object.assign(document.createElement('a'), { href: '/', textContent: TEXT }));
  menu.prepend(item);
}

new MutationObserver(addLink).observe(document.documentElement, { childList: true, subtree: true });
