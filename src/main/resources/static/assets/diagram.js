// Draws a process as it is drawn in the model, with the way an issue took. Plain SVG, no library.

import { t, zh } from "./i18n.js";

const SVG = "http://www.w3.org/2000/svg";

function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(Boolean));
  return element;
}

/** A Chinese character is one wide, a Latin one about half. */
const wide = (text) => [...text].reduce((sum, c) => sum + (c.codePointAt(0) < 0x2e80 ? 0.55 : 1), 0);

function lines(text, most) {
  const found = [""];
  for (const c of text) {
    if (wide(found.at(-1) + c) > most && !zh`，。）」`.includes(c)) found.push("");
    found[found.length - 1] += c;
  }
  return found.map((line) => line.trim());
}

function words(text, x, y, most, className) {
  const all = lines(text, most);
  return s("text", { class: className, "text-anchor": "middle", x, y: y - (all.length - 1) * 7.5 },
    all.map((line, index) => {
      const part = s("tspan", { x, dy: index ? 15 : 0 });
      part.textContent = line;
      return part;
    }));
}

/** Small signs in a task's corner and in events, drawn on a grid of 14. */
const SIGNS = {
  USER: "M7 1.5a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 0 1 0-5.4M1.8 13c.2-3.4 2.3-4.9 5.2-4.9s5 1.5 5.2 4.9z",
  SERVICE: "M7 4.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 0 1 0-5.2M7 .8v2.2M7 11v2.2M.8 7H3M11 7h2.2M2.6 2.6l1.6 1.6M9.8 9.8l1.6 1.6M11.4 2.6L9.8 4.2M4.2 9.8l-1.6 1.6",
  BUSINESS: "M1 2h12v10H1zM1 5h12M5 5v7M1 8.5h12",
  RECEIVE: "M1 3h12v8.5H1zM1 3l6 4.8L13 3",
  TIMER: "M7 .8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 0 1 0-12.4M7 3.2V7l2.6 2",
  MESSAGE: "M1.5 3.5h11v7.5h-11zM1.5 3.5L7 8l5.5-4.5",
  SIGNAL: "M7 2l5.5 9.5h-11z",
  ERROR: "M2 12l3-8 3.5 5L12 2 9 10 5.5 5z",
  ESCALATION: "M7 1.5l4.5 11L7 8.5 2.5 12.5z",
  TERMINATE: "M7 3a4 4 0 1 1 0 8a4 4 0 0 1 0-8",
  EXCLUSIVE: "M3.5 3.5l7 7M10.5 3.5l-7 7",
  PARALLEL: "M7 1.5v11M1.5 7h11",
  EVENTBASED: "M7 2.5l4.5 3.300-1.700 5.200H4.200L2.5 5.800z",
};

function sign(marker, x, y, size) {
  const shape = SIGNS[marker.split(" ")[0]];
  return shape && s("path", { class: "sign", d: shape, transform: `translate(${x} ${y}) scale(${size / 14})` });
}

function event({ outline, marker, frame }) {
  const [cx, cy, r] = [frame.x + frame.width / 2, frame.y + frame.height / 2, frame.width / 2];
  const dashed = marker.endsWith("BESIDE") && "beside";
  return [
    s("circle", { cx, cy, r, class: `outline ${outline.toLowerCase()} ${dashed || ""}` }),
    outline === "BETWEEN" && s("circle", { cx, cy, r: r - 4, class: `outline inner ${dashed || ""}` }),
    sign(marker, cx - 9, cy - 9, 18),
  ];
}

function gateway({ marker, frame }) {
  const [cx, cy, r] = [frame.x + frame.width / 2, frame.y + frame.height / 2, frame.width / 2];
  return [
    s("path", { class: "outline", d: `M${cx} ${cy - r}L${cx + r} ${cy}L${cx} ${cy + r}L${cx - r} ${cy}z` }),
    sign(marker, cx - 10, cy - 10, 20),
  ];
}

function box({ outline, marker, frame, text, label }) {
  const called = outline === "CALL";
  return [
    s("rect", { ...frame, rx: 10, class: `outline ${outline.toLowerCase()}` }),
    outline === "TASK" && sign(marker, frame.x + 6, frame.y + 6, 14),
    called && s("path", { class: "sign", d: `M${frame.x + frame.width / 2 - 7} ${frame.y + frame.height - 15}h14v14h-14zm7 3v8m-4-4h8` }),
    !label && words(text, frame.x + frame.width / 2, frame.y + (outline === "PART" ? 18 : frame.height / 2 + 5), 7, "words"),
  ];
}

function shape(one, names, enter) {
  const waiting = one.holders.map((user) => names[user] ?? user).join(t`、`);
  const state = one.active ? "active" : one.times ? "done" : "";
  const draw = one.outline === "GATEWAY" ? gateway : one.frame.width < 60 ? event : box;
  const { frame, label } = one;
  const opens = enter(one);
  const group = s("g", { class: `shape ${state} ${opens ? "opens" : ""}`, "data-id": one.id,
    ...(opens && { role: "button", tabindex: 0, "aria-label": t`打开${one.text}` }) },
    draw(one),
    label && one.text && words(one.text, label.x + label.width / 2, label.y + 12, Math.max(4, label.width / 11), "words small"),
    one.times > 1 && s("g", { class: "count" },
      s("circle", { cx: frame.x + frame.width, cy: frame.y, r: 11 }),
      words(`×${one.times}`, frame.x + frame.width, frame.y + 4, 9, "words")),
    waiting && words(waiting, frame.x + frame.width / 2, frame.y + frame.height - 8, 9, "words holder"));
  if (opens) {
    group.addEventListener("click", opens);
    group.addEventListener("keydown", (pressed) => pressed.key === "Enter" && opens());
  }
  return group;
}

function flow({ points, text, label, taken }) {
  const d = points.map(({ x, y }, index) => `${index ? "L" : "M"}${x} ${y}`).join("");
  return s("g", { class: taken ? "flow done" : "flow" },
    s("path", { d, "marker-end": taken ? "url(#arrow-done)" : "url(#arrow)" }),
    label && text && words(text, label.x + label.width / 2, label.y + 11, 12, "words small"));
}

const arrow = (id) => s("marker", { id, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 9, markerHeight: 9,
  markerUnits: "userSpaceOnUse", orient: "auto" }, s("path", { d: "M0 1L9 5L0 9z" }));

const within = (point, { x, y, width, height }) =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

/** Without the parts nobody came into, such as early endings: they would only make the picture taller. */
function visited({ frame, shapes, flows }) {
  const skipped = shapes.filter((one) => one.outline === "PART" && !one.times).map((one) => one.frame);
  const hidden = (point) => skipped.some((part) => within(point, part));
  const seen = shapes.filter((one) => !hidden(one.frame));
  const ways = flows.filter((one) => !hidden(one.points[0]));
  const bottoms = [
    ...seen.flatMap((one) => [one.frame, one.label].filter(Boolean)).map((box_) => box_.y + box_.height),
    ...ways.flatMap((one) => one.points).map((point) => point.y)];
  const height = Math.max(...bottoms) + 24 - frame.y;
  return { frame: { ...frame, height: Math.min(height, frame.height) }, shapes: seen, flows: ways };
}

/** `enter(shape)` answers what a press on it does, or nothing. */
export function diagram(whole, names, enter) {
  const walk = { ...whole, ...visited(whole) };
  const { x, y, width, height } = walk.frame;
  const rank = (one) => (one.outline === "PART" ? 0 : one.frame.width < 60 ? 2 : 1);
  return s("svg", { class: "diagram", viewBox: `${x} ${y} ${width} ${height}`, width, height,
    role: "group", "aria-label": t`${walk.name}的流程图` },
    s("defs", {}, arrow("arrow"), arrow("arrow-done")),
    [...walk.shapes].filter((one) => rank(one) === 0).map((one) => shape(one, names, enter)),
    [...walk.flows].sort((a, b) => a.taken - b.taken).map(flow),
    [...walk.shapes].filter(rank).sort((a, b) => rank(a) - rank(b)).map((one) => shape(one, names, enter)));
}
