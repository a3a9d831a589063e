import { newKey, post } from "./api.js";
import { h, show } from "./dom.js";
import { t } from "./i18n.js";
import { open } from "./shell.js";

const NAMES = ["", t`很不满意`, t`不满意`, t`一般`, t`满意`, t`非常满意`];

function question(name, title, hint) {
  return h("label", { class: "field" }, h("span", {}, title),
    h("textarea", { name, rows: 2, maxlength: 1000, placeholder: hint }));
}

function rating() {
  const text = h("span", { class: "star-text muted" }, t`请选择`);
  const stars = [1, 2, 3, 4, 5].map((count) => h("label", { title: t`${count} 星 ${NAMES[count]}` },
    h("input", {
      type: "radio", name: "stars", value: count, "aria-label": t`${count} 星 ${NAMES[count]}`,
      onchange: () => { text.textContent = t`${count} 星 · ${NAMES[count]}`; },
    }), "★"));
  return h("fieldset", { class: "field" }, h("legend", {}, t`总体满意吗？`), h("div", { class: "stars" }, stars), text);
}

function thanks(page) {
  show(page, h("section", { class: "card form", role: "status" },
    h("div", {}, h("h1", {}, t`谢谢您的反馈`), h("p", { class: "muted" }, t`大家的意见决定下一步怎么改。`)),
    h("div", { class: "actions" },
      h("a", { class: "button primary", href: "/" }, t`回到首页`),
      h("a", { class: "button", href: "/m/feedback" }, t`再说一点`))));
}

open(async (page) => {
  const key = newKey(); // pressed twice it is one answer
  const wrong = h("p", { class: "notice bad", role: "alert", hidden: true });
  const submit = h("button", { class: "button primary", type: "submit" }, t`提交`);
  const form = h("form", { class: "card form", novalidate: true },
    rating(),
    question("mostUseful", t`最有用的是什么？`, t`哪个功能帮到了您？`),
    question("leastHandy", t`最不方便的是什么？`, t`哪里多花了时间？`),
    question("advice", t`您的建议`, t`希望怎么改？`),
    wrong,
    h("div", { class: "actions sticky-actions" }, submit));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    wrong.hidden = true;
    submit.disabled = true;
    try {
      await post("/api/me/feedback", {
        key, stars: Number(given.get("stars") ?? 0), mostUseful: given.get("mostUseful"),
        leastHandy: given.get("leastHandy"), advice: given.get("advice"),
      });
      thanks(page);
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
      submit.disabled = false;
    }
  });
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`试用反馈`), h("p", {}, t`一分钟就好，只有第一项必填。`))),
    form);
});
