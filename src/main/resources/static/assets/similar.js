// Issues that read like what is being typed: 我也遇到 joins, a solved one shows its solution.

import { get, post } from "./api.js";
import { tell } from "./dialogs.js";
import { badge, h } from "./dom.js";
import { t } from "./i18n.js";
import { moment, statusTone } from "./words.js";

const PAUSE = 450;
const SHORTEST = 4;

function join(found, redraw) {
  if (found.mine) return h("span", { class: "muted small" }, t`您提报的`);
  if (found.joined) return h("span", { class: "good-text small", role: "status" }, t`已加入，解决时通知您`);
  return h("button", { class: "button", type: "button", onclick: async (event) => {
    event.target.disabled = true;
    try {
      await post(`/api/issues/${found.issueNo}/join`);
      Object.assign(found, { joined: true, followers: found.followers + 1 });
    } catch (error) {
      await tell(error.message);
    }
    redraw();
  } }, t`我也遇到`);
}

function solved(found) {
  if (found.documentUrl && /^https?:/.test(found.documentUrl)) {
    return h("a", { class: "button", href: found.documentUrl, target: "_blank", rel: "noopener" }, t`看方案`);
  }
  return h("a", { class: "button", href: `/issues/${found.issueNo}` }, found.solution ? t`看方案` : t`查看`);
}

/** One line of the list. */
export function similarRow(found, redraw, ...more) {
  return h("li", { class: "similar-row" },
    h("div", {},
      h("a", { href: `/issues/${found.issueNo}`, target: "_blank" }, found.title),
      h("p", { class: "muted small" },
        badge(found.status, statusTone(found.status)), " ",
        [found.handlerName, moment(found.reportedAt), found.followers && t`${found.followers} 人也遇到`].filter(Boolean).join(" · ")),
      found.solution && h("p", { class: "small solution-line" }, found.solution)),
    h("div", { class: "similar-do" }, more.length ? more : found.over ? solved(found) : join(found, redraw)));
}

/** Watches a text field; the list stays empty while nothing is alike. */
export function similarTo(text) {
  const place = h("section", { class: "similar", "aria-live": "polite" });
  let timer = 0;
  let asked = "";
  async function look() {
    const q = text.value.trim();
    if (q === asked) return;
    asked = q;
    const found = q.length < SHORTEST ? [] : await get("/api/issues/similar", { q: q.slice(0, 400) }).catch(() => []);
    if (q === asked) draw(found);
  }
  function draw(found) {
    place.replaceChildren(...(found.length ? [
      h("p", { class: "muted small" }, t`是不是这些？已有人提报就不必再写一遍`),
      h("ul", { class: "rows" }, found.map((one) => similarRow(one, () => draw(found)))),
    ] : []));
  }
  text.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, PAUSE);
  });
  look();
  return place;
}
