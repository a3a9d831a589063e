// Whoever reported an issue with the start form is told its number, with the way to its page.
import { language } from './locales.js';

const REPORT = /\/process-definition\/(?:key\/)?report_issue[^/]*\/submit-form/;
const NUMBER = /^ISS-\d{8}-\d{4,}$/;
const TEXT = language === 'zh' ? ['已提报：', '。进展会通过企业微信告诉您。', '关闭'] : ['Reported: ', '. WeCom will tell you how it goes on.', 'Close'];

function tell(number) {
  document.querySelector('.reported-issue')?.remove();
  const note = document.createElement('div');
  note.className = 'reported-issue alert alert-success';
  note.setAttribute('role', 'status');
  const link = Object.assign(document.createElement('a'), { href: `/issues/${number}`, textContent: number });
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-link', textContent: TEXT[2] });
  close.addEventListener('click', () => note.remove());
  note.append(TEXT[0], link, TEXT[1], close);
  document.body.append(note);
}

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...others) {
  if (REPORT.test(url)) {
    this.addEventListener('load', () => {
      const number = this.status === 200 && JSON.parse(this.responseText).businessKey;
      if (NUMBER.test(number)) tell(number);
    });
  }
  return open.call(this, method, url, ...others);
};
