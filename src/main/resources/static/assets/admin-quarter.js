// Closing a quarter: where it stands, what is open, what each of two people is to do next.

import { get, post } from "./api.js";
import { badge, empty, failure, h, loading, show } from "./dom.js";
import { label, said, t } from "./i18n.js";
import { open } from "./shell.js";
import { exact, moment } from "./words.js";

const ADDRESS = "/api/quarters";
const STAGES = [["OPEN", t`进行中`], ["CUTOFF", t`核对中`], ["REVIEW", t`公示中`], ["LOCKED", t`已锁定`], ["ARCHIVED", t`已归档`]];

const when = (text) => h("span", { title: exact(text) }, moment(text));

/** Over, and nobody has begun to close it. */
const overdue = ({ state, endsAt }) => state === "OPEN" && Date.parse(endsAt) <= Date.now();

function stage({ head, appealsFrom, appealsUntil, stepLabel }) {
  const facts = [
    h("span", {}, t`数据截止 `, when(head.cutOff)),
    appealsUntil && h("span", {}, t`申诉期 `, when(appealsFrom), t` 至 `, when(appealsUntil)),
    h("a", { href: `/dashboard?period=${head.quarter}` }, t`查看数字`),
    head.revision > 0 && h("span", {}, t`最近锁定：修订 ${head.revision}`),
    stepLabel && h("span", { class: "soon" }, t`等待：${stepLabel}`),
  ];
  return h("section", { class: "card" },
    h("ol", { class: "stages", "aria-label": t`阶段` }, STAGES.map(([code, label]) =>
      h("li", { "aria-current": code === head.state && "step" }, code === "OPEN" && overdue(head) ? t`未开始考核` : label))),
    h("div", { class: "row-facts" }, facts));
}

/** A reason or remark, and the buttons that send it. */
function answer(title, hint, buttons) {
  const text = h("textarea", { maxlength: 500, "aria-label": hint, placeholder: hint });
  return h("section", { class: "card answer" }, h("h2", {}, title), text,
    h("div", { class: "actions" }, buttons.map(([name, primary, act]) =>
      h("button", { class: `button ${primary ? "primary" : ""}`, type: "button", onclick: () => act(text.value.trim()) }, name))));
}

function steps({ head, may }, does) {
  const path = `${ADDRESS}/${head.quarter}`;
  const say = (where, done) => (reason) => does(() => post(`${path}/${where}`, { reason }), done);
  const decide = (where, agree, done) => (reason) => does(() => post(`${path}/${where}`, { agree, reason }), done);
  return [
    may.begin && answer(t`补做这个季度的考核`, t`为什么补做（必填）`, [[t`开始考核`, true, say("begin", t`已开始，到截止日后请核对。`)]]),
    may.check && answer(t`季末核对`, t`核对说明（可不填）`, [[t`核对完成，公示`, true, say("check", t`已公示，申诉期从现在开始。`)]]),
    may.sign && answer(t`申请锁定`, t`申请说明（可不填）`, [[t`申请锁定`, true, say("sign", t`已申请，等待另一位负责人或 CTO 复核。`)]]),
    may.confirm && answer(t`复核锁定`, t`退回时写明原因`, [
      [t`同意锁定`, true, decide("lock", true, t`已锁定，正在归档。`)],
      [t`退回`, false, decide("lock", false, t`已退回，KPI 管理员会收到消息。`)]]),
    may.confirmReopening && answer(t`复核：重新打开`, t`不同意时写明原因`, [
      [t`同意重新打开`, true, decide("reopening/decision", true, t`已重新打开，请 KPI 管理员重新核对。`)],
      [t`不同意`, false, decide("reopening/decision", false, t`已答复，季度维持锁定。`)]]),
    may.askToReopen && answer(t`申请重新打开`, t`哪里需要更正（必填，会告知所有相关的人）`, [
      [t`申请重新打开`, false, say("reopening", t`已申请，等待另一位负责人或 CTO 复核。`)]]),
  ];
}

function checklist({ head, checklist: items }) {
  if (head.state === "LOCKED" || head.state === "ARCHIVED") return false;
  const early = head.state === "OPEN" && !overdue(head);
  return h("section", { class: "card" }, h("h2", {}, early ? t`锁定之前还要处理` : t`核对清单`),
    early && h("p", { class: "muted small" }, t`数据截止之后由 KPI 管理员核对、公示，再由两人锁定；下面的事现在就可以处理。`),
    items.length
      ? h("ul", { class: "checklist" }, items.map((item) => h("li", {},
          badge(!item.blocks ? t`提示` : early ? t`锁定前完成` : t`必须处理`, item.blocks && !early ? "bad" : "warn"), " ", h("a", { href: item.link }, said(item.text)))))
      : h("p", { class: "muted" }, t`没有待处理的事项。`));
}

/** What came in between, an upheld appeal say, was computed when it happened. */
function difference(last, former) {
  if (last.changedValues || last.changedLines) return t`${last.changedValues} 个数值、${last.changedLines} 条明细有差异`;
  return former && former.fingerprint !== last.fingerprint
    ? t`上次试算之后的变动（如申诉成立）已计入，重新计算没有差异` : t`与上次没有差异`;
}

function trial(quarter, does) {
  const { head, may, runs, changes } = quarter;
  if (!runs.length && !may.tryOut) return false;
  const last = runs[0];
  return h("section", { class: "card flush" }, h("h2", {}, t`锁定前试算`),
    h("div", { class: "row" },
      h("span", { class: "row-facts" }, last
        ? [h("span", {}, `${last.byName} · `, when(last.at)),
           h("span", {}, difference(last, runs[1])),
           h("span", { class: "hash" }, last.fingerprint.slice(0, 16))]
        : h("span", {}, t`还没有试算`)),
      h("span", { class: "row-end" }, may.tryOut && h("button", { class: "button", type: "button",
        onclick: () => does(() => post(`${ADDRESS}/${head.quarter}/trial-run`), t`试算完成。`) }, t`再算一次`))),
    changes.length > 0 && h("div", { class: "scroll" }, h("table", { class: "table" },
      h("thead", {}, h("tr", {}, [t`指标`, t`对象`, t`之前`, t`之后`].map((name) => h("th", {}, name)))),
      h("tbody", {}, changes.slice(0, 200).map((one) => h("tr", {},
        h("td", { "data-name": t`指标` }, label(one.name), one.issueNo && h("div", { class: "muted small" }, one.issueNo)),
        h("td", { "data-name": t`对象` }, label(one.subject)),
        h("td", { "data-name": t`之前` }, said(one.before) || t`无`),
        h("td", { "data-name": t`之后` }, said(one.after) || t`无`)))))));
}

/** A quarter of many lines is written file by file; nobody has to wait for it. */
function archiving({ archiving: now }) {
  return now && h("section", { class: "card" }, h("h2", {}, t`正在归档`),
    h("progress", { max: now.files, value: now.written, "aria-label": t`正在归档` }),
    h("p", { class: "muted" }, t`已生成 ${now.written}/${now.files} 个文件；可以离开这个页面，完成后出现在下面，并上传微盘。`));
}

/** The first of each kind, then the other parts of a quarter of many lines. */
function archived({ head, may }, { revision, files }) {
  const ending = (file) => file.name.slice(file.name.lastIndexOf(".") + 1);
  const address = (file) => `${ADDRESS}/${head.quarter}/revisions/${revision}/${file.name}`;
  const firsts = ["xlsx", "json", "sha256"].map((kind) => files.find((file) => ending(file) === kind)).filter(Boolean);
  const others = files.filter((file) => !firsts.includes(file));
  return [firsts.map((file) => may.download &&
      h("a", { class: "button", href: address(file), title: `${size(file.bytes)} · sha256 ${file.sha256}` }, ending(file))),
    others.length > 0 && may.download && h("details", { class: "archived" },
      h("summary", {}, t`其余 ${others.length} 个文件`),
      h("p", { class: "muted small" }, t`明细太多，按顺序分在几个文件里；数值都在第一个。`),
      h("ul", { class: "rows" }, others.map((file) => h("li", {}, h("a", { href: address(file) }, file.name), ` ${size(file.bytes)}`))))];
}

const size = (bytes) => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

function revisions(quarter, proves) {
  const { head, may, revisions: all } = quarter;
  if (!all.length) return false;
  const first = (one) => one.files.find((file) => file.name.endsWith(".json"));
  return h("section", { class: "card flush" }, h("h2", {}, t`已归档的修订`),
    h("ul", { class: "rows" }, all.map((one) => h("li", {}, h("div", { class: "row" },
      h("span", { class: "row-title" }, t`修订 ${one.revision}`),
      h("span", { class: "row-facts" }, when(one.archivedAt),
        h("span", {}, t`${one.files.length} 个文件，${size(one.files.reduce((sum, file) => sum + file.bytes, 0))}`),
        h("span", { class: "hash" }, `JSON sha256 ${first(one).sha256}`)),
      h("span", { class: "row-end" }, archived(quarter, one),
        may.download && h("button", { class: "button", type: "button",
          title: t`读出每个文件，并由锁定时的快照重新生成，逐字节比对`,
          onclick: (event) => proves(event.target, one.files, `${ADDRESS}/${head.quarter}/revisions/${one.revision}/proof`) }, t`核对归档`)))))));
}

function history({ history: all }) {
  return all.length > 0 && h("section", { class: "card" }, h("h2", {}, t`经过`),
    h("ul", { class: "timeline" }, [...all].reverse().map((one) => h("li", { class: "calm" },
      t`${said(one.what)}（修订 ${one.revision}）`, one.reason && h("div", {}, one.reason),
      h("div", { class: "muted small" }, `${one.byName} · `, when(one.at))))));
}

open(async (page) => {
  const said = h("div", { role: "status" });
  const box = h("div", { class: "stack" }, loading());
  const list = h("select", { "aria-label": t`季度`, onchange: () => load(list.value) });

  function draw(quarter) {
    show(box, stage(quarter), steps(quarter, does), checklist(quarter), trial(quarter, does), archiving(quarter), revisions(quarter, proves), history(quarter));
  }

  /** A file a request: a quarter of many lines takes minutes. */
  async function proves(button, files, address) {
    button.disabled = true;
    try {
      const different = [];
      for (const [index, file] of files.entries()) {
        show(said, h("p", { class: "notice" }, t`正在核对第 ${index + 1}/${files.length} 个文件…`));
        different.push(...(await post(`${address}?file=${encodeURIComponent(file.name)}`)).different);
      }
      show(said, !different.length
        ? h("p", { class: "notice good" }, t`${files.length} 个文件都与锁定时逐字节一致。`)
        : h("p", { class: "notice bad", role: "alert" }, t`与归档时不一致：${different.join(t`、`)}。请不要使用这些文件，并请运维从备份核对。`));
    } catch (error) {
      show(said, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
    button.disabled = false;
    said.scrollIntoView({ block: "nearest" });
  }

  /** Each with where it stands, which changes with what is done. */
  function choices(all, chosen) {
    list.replaceChildren(...all.map((one) =>
      h("option", { value: one.quarter, selected: one.quarter === chosen },
        `${one.label} · ${overdue(one) ? t`未开始考核` : one.stateLabel}`)));
  }

  async function does(work, done) {
    try {
      draw(await work());
      choices(await get(ADDRESS), list.value);
      show(said, h("p", { class: "notice good" }, done));
    } catch (error) {
      show(said, h("p", { class: "notice bad", role: "alert" }, error.message));
    }
    said.scrollIntoView({ block: "nearest" });
  }

  async function load(code) {
    window.history.replaceState(null, "", `?quarter=${code}`);
    show(said);
    show(box, h("section", { class: "card" }, loading()));
    try {
      draw(await get(`${ADDRESS}/${code}`));
    } catch (error) {
      show(box, h("section", { class: "card" }, failure(error, () => load(code))));
    }
  }

  show(page,
    h("div", { class: "head" },
      h("div", {}, h("h1", {}, t`季度考核`), h("p", {}, t`截止、核对、公示、申诉、两人锁定、归档；锁定后数值不再变动。`)),
      h("div", { class: "pickers" }, list)),
    said, box);
  const all = await get(ADDRESS);
  if (!all.length) {
    show(box, h("section", { class: "card" }, empty(t`还没有可考核的季度`, t`有了第一个问题并汇总之后，这里会出现季度。`)));
    return;
  }
  const asked = new URLSearchParams(window.location.search).get("quarter");
  const waiting = all.find(({ state }) => state === "CUTOFF" || state === "REVIEW");
  const chosen = all.some(({ quarter }) => quarter === asked) ? asked : (waiting ?? all[0]).quarter;
  choices(all, chosen);
  await load(chosen);
});
