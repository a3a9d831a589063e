// The round as leads and KPI administrators see it: never a rating, never who was proposed.

import { get, post } from "./api.js";
import { badge, h, show } from "./dom.js";
import { refusal, sending } from "./evidence.js";
import { t } from "./i18n.js";
import { moment } from "./words.js";

const ADDRESS = "/api/me/peer-rounds";

function pick(name, label, options) {
  return h("label", { class: "field" }, h("span", {}, label),
    h("select", { name }, options.map(([value, text]) => h("option", { value }, text))));
}

function rater() {
  const names = h("datalist", { id: "raters" });
  const input = h("input", { type: "text", name: "rater", list: "raters", autocomplete: "off", placeholder: t`姓名或账号`,
    oninput: async () => {
      const found = await get("/api/me/colleagues", { q: input.value }).catch(() => []);
      names.replaceChildren(...found.map(({ id, name }) => h("option", { value: id }, name)));
    } });
  return [h("label", { class: "field" }, h("span", {}, t`评价人`), input), names];
}

function additions(view, draw) {
  const wrong = refusal();
  const takeBack = async (added) => {
    try {
      draw(await post(`${ADDRESS}/raters/removal`, added));
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
    }
  };
  const quarters = view.quarters.map(({ code, label }) => [code, label]).reverse();
  return h("section", { class: "card" }, h("h2", {}, t`为组员补充评价人`),
    h("p", { class: "muted small" }, t`评价人按共同处理的问题自动推荐，不公开；您可以补充自动推荐之外的同事，每人最多 5 位。`),
    sending([pick("quarter", t`季度`, quarters), pick("person", t`组员`, view.members.map(({ userId, name }) => [userId, name])), rater()],
      t`补充`, wrong, async (form) => draw(await post(`${ADDRESS}/raters`, Object.fromEntries(form)))),
    view.added.length > 0 && h("ul", { class: "rows plain" }, view.added.map(({ quarter, person, rater: who }) =>
      h("li", {}, t`${quarter}　${person.name} ← ${who.name}`, " ", h("button", { class: "button small", type: "button",
        "aria-label": t`移除评价人 ${who.name}`, onclick: () => takeBack({ quarter, person: person.userId, rater: who.userId }) }, t`移除`)))));
}

function rounds(view, draw) {
  const wrong = refusal();
  return h("section", { class: "card" }, h("h2", {}, t`发起互评`),
    h("p", { class: "muted small" }, t`季度考核会自动发起；试运行时也可以在这里提前发起，每季度一次，3 个工作日后截止。`),
    sending([pick("quarter", t`季度`, view.quarters.map(({ code, label }) => [code, label]))], t`发起`, wrong,
      async (form) => draw(await post(ADDRESS, Object.fromEntries(form)))),
    view.rounds.length > 0 && h("ul", { class: "rows plain" }, view.rounds.map((one) =>
      h("li", {}, t`${one.label}：邀请 ${one.raters} 位评价人 `,
        one.closedAt ? badge(t`已结束`, "good") : badge(t`${moment(one.closesAt)} 截止`, "warn")))));
}

export async function organising(box) {
  const draw = (view) => show(box,
    view.members.length > 0 && additions(view, draw),
    view.mayStart && rounds(view, draw));
  draw(await get(ADDRESS));
}
