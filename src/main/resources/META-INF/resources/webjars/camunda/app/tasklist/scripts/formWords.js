// The messages of the form library are English and cannot be replaced by its settings: they are
// translated where they appear.
import { language } from './locales.js';

const WORDS = [
  [/^Field is required\.?$/, () => '请填写这一项。'],
  [/^Field must have maximum length of (\d+)\.?$/, (count) => `最多 ${count} 个字。`],
  [/^Field must have minimum length of (\d+)\.?$/, (count) => `至少 ${count} 个字。`],
  [/^Field must have maximum value of (\S+?)\.?$/, (number) => `不能大于 ${number}。`],
  [/^Field must have minimum value of (\S+?)\.?$/, (number) => `不能小于 ${number}。`],
  [/^Field must match pattern .*$/, () => '格式不正确。'],
];

/** Only the text of a node changes, the node stays the library's. */
function translate(message) {
  const texts = document.createTreeWalker(message, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const [english, chinese] of WORDS) {
      const found = english.exec(texts.currentNode.data.trim());
      if (found) texts.currentNode.data = chinese(...found.slice(1));
    }
  }
}

if (language === 'zh') {
  new MutationObserver(() => document.querySelectorAll('.fjs-form-field-error').forEach(translate))
    .observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}
