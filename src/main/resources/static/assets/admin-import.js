import { get, post, upload } from "./api.js";
import { failure, h, loading, show } from "./dom.js";
import { label, t } from "./i18n.js";
import { history, result } from "./import-parts.js";
import { open } from "./shell.js";

const ADDRESS = "/api/admin/imports";
const LOOK_AGAIN = 1000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One choice per column: what the file calls it. */
function mapping(columns, found, changed) {
  const guess = (column) => found.find((name) => label(name) === column.label) ?? "";
  const selects = columns.map((column) => h("select", { name: column.name, onchange: changed },
    h("option", { value: "" }, column.required ? t`请选择` : t`没有这一列`),
    found.filter(Boolean).map((name) => h("option", { class: "said", value: name, selected: name === guess(column) }, name))));
  const element = h("div", { class: "mapping" }, columns.map((column, nth) => h("label", { class: "field", title: column.help },
    h("span", {}, column.label, column.required && h("b", { class: "must", title: t`必填` }, t`＊`)), selects[nth])));
  return {
    element,
    missing: () => columns.filter((column, nth) => column.required && !selects[nth].value).map((column) => column.label),
    values: () => Object.fromEntries(columns.map((column, nth) => [column.name, selects[nth].value])),
    unused: () => found.filter((name) => name && !selects.some((select) => select.value === name)),
  };
}

function picker(chosen) {
  const input = h("input", { type: "file", accept: ".xlsx,.csv", class: "visually-hidden", onchange: () => chosen(input.files[0]) });
  const zone = h("label", {
    class: "drop",
    ondragover: (event) => { event.preventDefault(); zone.classList.add("over"); },
    ondragleave: () => zone.classList.remove("over"),
    ondrop: (event) => { event.preventDefault(); zone.classList.remove("over"); chosen(event.dataTransfer.files[0]); },
  }, input, h("b", {}, t`选择文件，或拖到这里`), h("small", { class: "muted" }, t`xlsx 或 CSV（UTF-8、GBK），最大 20 MB`));
  return zone;
}

open(async (page) => {
  const said = h("div", {});
  const work = h("div", { class: "stack-small" });
  const outcome = h("section", { class: "card stack-small", "aria-live": "polite", hidden: true });
  const before = h("div", {}, loading());
  let columns = [];
  let maxSize = 0;
  let watched = 0;

  const complain = (message) => show(said, h("p", { class: "notice bad", role: "alert" }, message));

  async function refresh() {
    const overview = await get(ADDRESS);
    ({ columns, maxSize } = overview);
    show(before, history(overview.runs, watch));
  }

  async function watch(id) {
    watched = id;
    window.history.replaceState(null, "", `#${id}`); // can be sent to a colleague
    outcome.hidden = false;
    for (;;) {
      const { run, problems } = await get(`${ADDRESS}/${id}`);
      if (watched !== id) return;
      show(outcome, h("h2", {}, t`${run.dryRun ? t`试运行` : t`导入`}：${run.fileName}`), result(run, problems, () => resume(id)));
      if (run.state === "DONE" || run.state === "FAILED") break;
      await pause(LOOK_AGAIN);
    }
    await refresh();
  }

  async function resume(id) {
    try {
      await post(`${ADDRESS}/${id}/resume`);
      await watch(id);
    } catch (error) {
      complain(error.message);
    }
  }

  function ready(file, uploaded) {
    const map = mapping(columns, uploaded.columns, () => judge());
    const baseline = h("input", { type: "text", name: "baseline", placeholder: t`例如 2026Q2，多个用逗号分隔` });
    const updates = h("input", { type: "checkbox", name: "updates" });
    const note = h("p", { class: "small" });
    const act = (dryRun) => async (event) => {
      const button = event.currentTarget;
      button.disabled = true;
      show(said);
      try {
        const run = await post(ADDRESS, {
          fileId: uploaded.fileId, dryRun, updates: updates.checked, baseline: baseline.value, mapping: map.values(),
        });
        outcome.scrollIntoView?.({ block: "nearest" });
        await watch(run.id);
      } catch (error) {
        complain(error.message);
      }
      judge();
    };
    const buttons = [
      h("button", { class: "button", type: "button", onclick: act(true) }, t`试运行`),
      h("button", { class: "button primary", type: "button", onclick: act(false) }, t`开始导入`),
    ];
    function judge() {
      const missing = map.missing();
      const unused = map.unused();
      note.className = missing.length ? "small late" : "small muted";
      note.textContent = missing.length ? t`请指定：${missing.join(t`、`)}`
        : unused.length ? t`不导入的列：${unused.join(t`、`)}` : t`所有列都已对应。`;
      buttons.forEach((button) => { button.disabled = missing.length > 0; });
    }
    judge();
    show(work,
      h("p", { class: "file-name" }, h("b", {}, file.name),
        h("button", { class: "link", type: "button", onclick: start }, t`换一个文件`)),
      h("details", { open: map.missing().length > 0 }, h("summary", {}, t`列的对应`), map.element),
      note,
      h("label", { class: "field" }, h("span", {}, t`只作为基线的周期（可不填）`), baseline,
        h("small", { class: "muted" }, t`填了则只计入这些周期的团队指标，不计入个人指标与得分。`)),
      h("label", { class: "check" }, updates, h("span", {}, t`更新已导入过的行`, h("br"),
        h("small", { class: "muted" }, t`补充原来为空的内容，更正描述、项目和分类；系统中已有人处理的不动。`))),
      h("div", { class: "actions" }, buttons));
  }

  async function chosen(file) {
    if (!file) return;
    if (file.size > maxSize) return complain(t`文件有 ${Math.ceil(file.size / 1048576)} MB，最大 20 MB，请拆分后导入。`);
    show(said);
    show(work, loading());
    try {
      ready(file, await upload(`${ADDRESS}/files?name=${encodeURIComponent(file.name)}`, file));
    } catch (error) {
      start();
      complain(error.message);
    }
  }

  function start() {
    show(work, picker(chosen));
  }

  show(page,
    h("div", { class: "head" },
      h("div", {}, h("h1", {}, t`批量导入`), h("p", {}, t`从其他系统带来问题：历史进入统计，未关闭的接着处理。`)),
      h("a", { class: "button", href: `${ADDRESS}/template`, download: true }, t`下载模板`)),
    h("div", { class: "columns" },
      h("div", { class: "stack" }, h("section", { class: "card stack-small" }, h("h2", {}, t`文件`), said, work), outcome),
      h("section", { class: "card flush" }, h("h2", {}, t`以前的导入`), before)));
  start();
  const wanted = /^#(\d+)$/.exec(window.location.hash);
  if (wanted) watch(Number(wanted[1])).catch((error) => complain(error.message));
  await refresh().catch((error) => show(before, failure(error, () => window.location.reload())));
});
