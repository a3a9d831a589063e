// The way an issue took: the diagrams of its processes, one at a time.

import { diagram } from "./diagram.js";
import { h, show } from "./dom.js";
import { t } from "./i18n.js";
import { moment } from "./words.js";

const waiting = (walk) => walk.shapes.filter((shape) => shape.active && shape.outline === "TASK");

/** 处理流程, and 处理流程（第 2 次） where the issue came there again. */
function titles(walks) {
  const seen = {};
  return walks.map(({ name }) => {
    seen[name] = (seen[name] ?? 0) + 1;
    return seen[name] > 1 ? t`${name}（第 ${seen[name]} 次）` : name;
  });
}

function now(walks, names) {
  const open = walks.flatMap(waiting).map((shape) => {
    const who = shape.holders.map((user) => names[user.value ?? user] ?? user.value ?? user).join(t`、`);
    return who ? t`${shape.text}（${who}）` : shape.text;
  });
  return open.length ? t`现在：${open.join(t`、`)}` : walks.some((walk) => !walk.endedAt) ? t`流程进行中` : t`流程已走完`;
}

/** Brings the step that waits, or the end of the way, into view. */
function lookAt(scroll, walk) {
  const { shapes, frame } = walk;
  const reached = shapes.filter((shape) => shape.times);
  const last = reached.find((shape) => shape.active && shape.outline !== "PART") ?? reached.sort((a, b) => b.frame.x - a.frame.x)[0];
  if (last) scroll.scrollLeft = last.frame.x - frame.x - scroll.clientWidth / 2 + last.frame.width / 2;
}

export function path({ walks, names }) {
  if (!walks.length) {
    return h("section", { class: "card" }, h("h2", {}, t`流程`),
      h("p", { class: "muted" }, t`流程记录已按保存期限清理，经过见下方。`));
  }
  const labels = titles(walks);
  const scroll = h("div", { class: "diagram-scroll", role: "region", tabindex: 0, "aria-label": t`流程图，可左右滚动` });
  const tabs = walks.map((walk, index) =>
    h("button", { type: "button", onclick: () => draw(walk), title: t`${moment(walk.startedAt)} 开始` }, labels[index]));
  function called(walk, shape) {
    const all = walks.filter(({ caller }) => caller && caller.walk === walk.id && caller.shape === shape.id);
    return all.length ? () => draw(all.at(-1)) : null;
  }
  function draw(walk) {
    tabs.forEach((tab, index) => tab.setAttribute("aria-pressed", walks[index] === walk));
    show(scroll, diagram(walk, names, (shape) => called(walk, shape)));
    lookAt(scroll, walk);
  }
  queueMicrotask(() => requestAnimationFrame(() => draw(walks[0])));
  return h("section", { class: "card flush path" },
    h("h2", {}, t`流程`),
    h("div", { class: "path-head" },
      walks.length > 1 && h("div", { class: "segments" }, tabs), h("p", { class: "muted small" }, now(walks, names))),
    scroll);
}
