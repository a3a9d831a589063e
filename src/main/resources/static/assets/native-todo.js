// The handler's native to-do: one tap opens WeCom's own panel, prefilled (page 101530).

import { get, post } from "./api.js";
import { tell } from "./dialogs.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

const inWeCom = /wxwork/i.test(navigator.userAgent);
let registering = null;

function load(src) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = src;
    script.addEventListener("load", done);
    script.addEventListener("error", () => failed(new Error(t`企业微信 JS-SDK 没有加载成功，请检查网络后重试。`)));
    document.head.append(script);
  });
}

function register() {
  registering ??= (async () => {
    const { corpId, agentId, script } = await get("/api/me/js-sdk");
    await load(script);
    const signature = (kind) => (url) => get("/api/me/js-sdk/signature", { kind, url });
    window.ww.register({
      corpId,
      agentId,
      jsApiList: ["createTodo", "viewTodo"],
      getConfigSignature: signature("config"),
      getAgentConfigSignature: signature("agent"),
    });
    return script;
  })();
  registering.catch(() => { registering = null; });
  return registering;
}

/** Resolves with the answer, with null when the member changed their mind. */
async function ask(name, parameters) {
  await register();
  return new Promise((done, failed) => {
    window.ww[name]({
      ...parameters,
      success: done,
      cancel: () => done(null),
      fail: ({ errMsg = "" }) => (/:cancel$/.test(errMsg) ? done(null) : failed(new Error(reason(errMsg)))),
    }).catch?.(() => {}); // told by the callbacks already
  });
}

function reason(errMsg) {
  if (/no permission/.test(errMsg)) return t`企业微信没有允许：应用须对全员可见，且您在可见范围内。请联系管理员。`;
  if (/not support|no such|undefined/.test(errMsg)) return t`当前的企业微信版本不支持添加待办，请升级后重试。`;
  return t`企业微信没有完成：${errMsg}`;
}

/** The button, or nothing where WeCom's panel cannot open. */
export function nativeTodo(issueNo, offer, again) {
  if (!(inWeCom || offer.anywhere)) return null;
  const button = (label, act) => {
    const element = h("button", { class: "button", type: "button" }, label);
    element.addEventListener("click", async () => {
      element.disabled = true;
      try {
        await act();
      } catch (error) {
        await tell(error.message);
      }
      element.disabled = false;
    });
    return element;
  };
  if (offer.todoId) return button(t`查看企业微信待办`, () => ask("viewTodo", { todoId: offer.todoId }));
  if (!offer.offered) return null;
  return button(t`加入企业微信待办`, async () => {
    const { content, attendees, endTime } = offer;
    const made = await ask("createTodo", { content, attendees, ...(endTime && { endTime }) });
    if (!made) return;
    await post(`/api/issues/${issueNo}/native-todo`, { todoId: made.todoId });
    await again();
  });
}
