import { get } from "./api.js";
import { buttonsOf, carryOut, leadingTo, menu } from "./board-moves.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { label as labelled, t } from "./i18n.js";
import { startOf, widened } from "./board-start.js";
import { open } from "./shell.js";
import { HANDLED, USUAL } from "./values.js";
import { due, exact, isOpen, urgencyTone } from "./words.js";

const REFRESH = 30_000;

open(async (page, person) => {
  const address = new URLSearchParams(window.location.search);
  const leads = ["LEAD", "CTO", "PROCESS_ADMIN"].some((role) => person.roles.includes(role));
  const start = address.has("team") ? null : await startOf(person);
  const state = { by: address.get("by") === "handler" ? "handler" : "status", team: address.get("team") ?? start.team,
    project: address.get("project") ?? "" };
  const told = h("p", { class: "notice", role: "status", hidden: true });
  const wider = widened(person, start);
  const box = h("div", { class: "board-box" }, loading());
  let drawn = "";
  let dragged = null;

  function tell(text, bad) {
    told.textContent = text;
    told.className = bad ? "notice bad" : "notice";
    told.hidden = !text;
  }

  async function offer(issueNo) {
    try {
      const { issue, buttons } = await buttonsOf(issueNo, person, load);
      menu(issue, buttons, buttons.length ? null : t`这个问题现在没有您可以做的操作。`);
    } catch (error) {
      tell(error.message, true);
    }
  }

  async function drop(card, column) {
    tell("");
    if (card.from === (column.key ?? "")) return;
    try {
      const { issue, buttons } = await buttonsOf(card.no, person, load);
      const ways = column.key ? leadingTo(column, state.by, buttons) : [];
      if (ways.length) carryOut(issue, column, state.by, ways);
      else tell(t`${issue.issueNo} 不能移到“${labelled(column.name)}”：流程没有给您这一步，卡片留在原处。`, true);
    } catch (error) {
      tell(error.message, true);
    }
  }

  function card(issue, column) {
    const when = issue.dueAt && isOpen(issue.status) ? due(issue.dueAt) : null;
    const movable = leads || [issue.handler, issue.reporter].includes(person.userId);
    return h("li", { class: "board-card", draggable: String(movable), "data-no": issue.issueNo,
      ondragstart: (event) => {
        dragged = { no: issue.issueNo, from: column.key ?? "" };
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", issue.issueNo);
      },
      ondragend: () => { dragged = null; } },
      h("a", { href: `/issues/${issue.issueNo}`, draggable: "false" }, issue.title),
      h("div", { class: "row-facts" }, h("span", { class: "number" }, issue.issueNo),
        when && h("span", { class: when.tone, title: exact(issue.dueAt) }, when.text)),
      h("div", { class: "board-foot" },
        h("span", { class: "badges" }, state.by === "handler" && badge(issue.status),
          issue.urgency !== USUAL && badge(issue.urgency, urgencyTone(issue.urgency)), issue.major && badge(t`重大`, "bad")),
        issue.handlerName && h("span", { class: "avatar", title: issue.handlerName, role: "img", "aria-label": t`处理人 ${issue.handlerName}` },
          issue.handlerName.slice(-2)),
        h("button", { class: "button quiet", type: "button", "aria-haspopup": "dialog", "aria-label": t`${issue.issueNo} 的操作`,
          onclick: () => offer(issue.issueNo) }, "⋯")));
  }

  function rest(column) {
    const query = new URLSearchParams(Object.entries({ team: state.team, project: state.project,
      ...(state.by === "status" ? { status: column.key } : { handler: column.key ?? "none", status: HANDLED }) }).filter(([, value]) => value));
    return column.total > column.cards.length && h("a", { class: "board-more", href: `/issues?${query}` },
      t`还有 ${column.total - column.cards.length} 个，在列表中查看`);
  }

  function lane(column) {
    const over = (event, on) => {
      if (!dragged) return;
      event.preventDefault();
      event.currentTarget.classList.toggle("over", on && dragged.from !== (column.key ?? ""));
    };
    return h("section", { class: column.cards.length ? "lane" : "lane bare", "aria-label": t`${labelled(column.name)}，${column.total} 个`,
      ondragover: (event) => over(event, true), ondragleave: (event) => over(event, false),
      ondrop: (event) => { over(event, false); if (dragged) drop(dragged, column); } },
      h("h2", {}, labelled(column.name), h("span", { class: "lane-count" }, column.total)),
      h("ul", {}, column.cards.map((issue) => card(issue, column)),
        column.cards.length === 0 && h("li", { class: "lane-empty" }, t`没有问题`)),
      rest(column));
  }

  function draw(columns) {
    const before = box.querySelector(".lanes");
    const focused = document.activeElement?.closest?.("[data-no]")?.dataset.no;
    const wasButton = document.activeElement?.tagName === "BUTTON";
    const tops = [...box.querySelectorAll(".lane ul")].map((list) => list.scrollTop);
    const left = before?.scrollLeft ?? 0;
    show(box, columns.length ? h("div", { class: "lanes", tabindex: 0, role: "region", "aria-label": t`看板，可左右滚动` }, columns.map(lane))
      : empty(t`没有在办的问题`, t`换一个团队或项目看看。`));
    box.querySelectorAll(".lane ul").forEach((list, index) => { list.scrollTop = tops[index] ?? 0; });
    if (before) box.querySelector(".lanes")?.scrollTo(left, 0);
    if (focused) box.querySelector(`[data-no="${focused}"] ${wasButton ? "button" : "a"}`)?.focus();
  }

  async function load() {
    const found = await get("/api/issues/board", state);
    const text = JSON.stringify(found) + Math.floor(Date.now() / 300_000); // the words of due times change
    if (text !== drawn) draw(found.columns);
    drawn = text;
  }

  function change(name, value) {
    state[name] = value;
    drawn = "";
    tell("");
    if (name === "team") wider.remove();
    const shown = new URLSearchParams(Object.entries(state).filter(([key, one]) => one || key === "team"));
    window.history.replaceState(null, "", `/board?${shown}`);
    drawSwitch();
    return load().catch((error) => show(box, failure(error, () => change(name, value))));
  }

  const choice = (name, label, all, options) => h("label", {}, h("span", { class: "visually-hidden" }, label),
    h("select", { onchange: (event) => change(name, event.target.value) }, h("option", { value: "" }, all),
      options.map(([value, text]) => h("option", { value, selected: value === state[name] }, text))));
  const segments = h("div", { class: "segments", role: "group", "aria-label": t`分列方式` });
  function drawSwitch() {
    show(segments, [["status", t`按状态`], ["handler", t`按处理人`]].map(([by, name]) => h("button", { type: "button",
      "aria-pressed": String(state.by === by), onclick: () => change("by", by) }, name)));
  }

  drawSwitch();
  show(page,
    h("div", { class: "head" }, h("div", {}, h("h1", {}, t`团队看板`), h("p", {}, t`拖动卡片或点“⋯”，就是办理流程中的下一步`)),
      h("a", { class: "button", href: "/issues" }, t`列表视图`)),
    h("div", { class: "pickers board-pickers" }, segments,
      choice("team", t`团队`, t`全部团队`, [...(start?.option ?? []), ...person.teams.map((team) => [team.id, team.name])]),
      choice("project", t`项目`, t`全部项目`, person.projects.map((project) => [project, labelled(project)]))),
    wider, told, box);
  await load().catch((error) => show(box, failure(error, () => window.location.reload())));
  setInterval(() => {
    if (!document.hidden && !dragged && !document.querySelector("dialog[open]")) load().catch(() => {}); // the next one may succeed
  }, REFRESH);
  document.addEventListener("visibilitychange", () => !document.hidden && load().catch(() => {}));
});
