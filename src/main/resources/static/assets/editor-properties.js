// The few properties that matter, in Chinese; what may be chosen is what the gate allows.

import { get } from "./api.js";
import { h, show } from "./dom.js";
import { english, t } from "./i18n.js";

const field = (label, input, hint) => h("label", { class: "field" }, h("span", {}, label), input, hint && h("small", { class: "muted" }, hint));

const VARIABLES = "model-variables";

/** Where an expression belongs, the variables are offered. */
const line = (value, set, placeholder) => h("input", { type: "text", value: value ?? "", placeholder, onchange: (e) => set(e.target.value.trim()),
  list: placeholder?.startsWith("${") && VARIABLES });

const offered = (variables) => h("datalist", { id: VARIABLES },
  Object.entries(variables).map(([name, meaning]) => h("option", { value: `\${${name}}`, label: english ? name : meaning })));

function choice(value, names, set) {
  const all = value && !names.some(([code]) => code === value) ? [...names, [value, t`${value}（不存在）`]] : names;
  return h("select", { onchange: (e) => set(e.target.value) }, h("option", { value: "" }, t`请选择`),
    all.map(([code, name]) => h("option", { value: code, selected: code === value }, name)));
}

const bean = (expression) => /^[#$]\{(\w+)\}$/.exec(expression ?? "")?.[1] ?? "";

export async function properties(tool, box, models) {
  const words = await get("/api/models/words");
  document.body.append(offered(words.variables));
  const named = (type) => models.filter((one) => one.type === type).map((one) => [one.key, one.name === one.key ? one.key : t`${one.name}（${one.key}）`]);
  const modeling = tool.get("modeling");
  const factory = tool.get("bpmnFactory");

  function write(element, values) {
    modeling.updateProperties(element, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === "" ? undefined : value])));
  }
  const attribute = (element, object, label, name, placeholder) =>
    field(label, line(object.get(name), (value) => write(element, { [name]: value }), placeholder));

  function documentation(element, object) {
    const text = object.documentation?.[0]?.text ?? "";
    return field(t`说明`, h("textarea", { rows: 4, onchange: (e) => write(element, {
      documentation: e.target.value.trim() ? [factory.create("bpmn:Documentation", { text: e.target.value.trim() })] : [] }) }, text));
  }

  function timer(element, definition) {
    const kinds = [["timeDuration", t`等待多久`], ["timeDate", t`到某一时刻`], ["timeCycle", t`周期`]];
    const kind = kinds.find(([name]) => definition[name])?.[0] ?? "timeDuration";
    const set = (name, body) => modeling.updateModdleProperties(element, definition, Object.fromEntries(kinds.map(([one]) =>
      [one, one === name ? factory.create("bpmn:FormalExpression", { body }) : undefined])));
    const value = definition[kind]?.body ?? "";
    return [field(t`定时方式`, choice(kind, kinds, (name) => name && set(name, value))),
      field(t`时间`, line(value, (body) => set(kind, body), "PT4H"), t`例如 PT4H（4 小时）、P3D（3 天）、${"${dueAt}"}（变量）`)];
  }

  function flow(element, object) {
    const from = object.sourceRef;
    if (!["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway"].includes(from?.$type)) return [];
    const usual = from.default === object;
    const gateway = element.source;
    return [
      h("label", { class: "check" }, h("input", { type: "checkbox", checked: usual,
        onchange: (e) => modeling.updateProperties(gateway, { default: e.target.checked ? object : undefined }) }), h("span", {}, t`默认分支（其他条件都不满足时走这里）`)),
      !usual && field(t`条件`, line(object.conditionExpression?.body, (body) => modeling.updateProperties(element, {
        conditionExpression: body ? factory.create("bpmn:FormalExpression", { body }) : undefined }), "${accepted}"), t`只能用登记的变量，如 ${"${accepted}"}`),
    ];
  }

  const PARTS = {
    "bpmn:Process": (element, object) => [
      attribute(element, object, t`历史保留时间`, "camunda:historyTimeToLive", "P365D"),
      h("label", { class: "check" }, h("input", { type: "checkbox", checked: object.get("camunda:isStartableInTasklist") !== false,
        onchange: (e) => write(element, { "camunda:isStartableInTasklist": e.target.checked }) }), h("span", {}, t`可以在任务列表「发起流程」里启动（需要有权限）`))],
    "bpmn:UserTask": (element, object) => [
      attribute(element, object, t`办理人`, "camunda:assignee", "${handlerId}"),
      attribute(element, object, t`候选组`, "camunda:candidateGroups", t`多个用英文逗号分开`),
      field(t`表单`, choice(object.get("camunda:formRef"), named("form"), (key) => write(element, {
        "camunda:formRef": key, "camunda:formRefBinding": key ? "latest" : "" }))),
      attribute(element, object, t`到期时间`, "camunda:dueDate", "${dueAt}")],
    "bpmn:ServiceTask": (element, object) => [
      field(t`执行程序`, choice(bean(object.get("camunda:delegateExpression")), words.delegates.map((name) => [name, name]),
        (name) => write(element, { "camunda:delegateExpression": name && `#{${name}}` })), t`只能选择本应用登记的程序`),
      h("label", { class: "check" }, h("input", { type: "checkbox", checked: Boolean(object.get("camunda:asyncBefore")),
        onchange: (e) => write(element, { "camunda:asyncBefore": e.target.checked }) }), h("span", {}, t`单独执行，失败自动重试`))],
    "bpmn:BusinessRuleTask": (element, object) => [
      field(t`决策表`, choice(object.get("camunda:decisionRef"), named("dmn"), (key) => write(element, {
        "camunda:decisionRef": key, "camunda:decisionRefBinding": key ? "latest" : "" }))),
      attribute(element, object, t`结果变量`, "camunda:resultVariable")],
    "bpmn:CallActivity": (element, object) => field(t`调用的流程`, choice(object.get("calledElement"), named("bpmn"),
      (key) => write(element, { calledElement: key, "camunda:calledElementBinding": key ? "latest" : "" }))),
    "bpmn:SequenceFlow": flow,
  };

  function draw() {
    const chosen = tool.get("selection").get();
    const element = chosen.length === 1 ? chosen[0] : chosen.length ? null : tool.get("canvas").getRootElement();
    if (!element || element.type === "label" && !element.labelTarget) return show(box, h("p", { class: "muted" }, t`选中一个元素查看属性。`));
    const target = element.labelTarget ?? element;
    const object = target.businessObject;
    const definition = object.eventDefinitions?.find((one) => one.$type === "bpmn:TimerEventDefinition");
    return show(box, h("div", { class: "form tight" },
      h("p", { class: "muted small" }, t`编号 ${object.id}`),
      "name" in object || object.get("name") !== undefined || target.type !== "bpmn:Collaboration"
        ? field(t`名称`, line(object.name, (name) => modeling.updateProperties(target, { name }))) : null,
      (PARTS[object.$type] ?? (() => null))(target, object), definition && timer(target, definition), documentation(target, object)));
  }
  tool.on("selection.changed", draw);
  tool.on("commandStack.changed", () => { if (!box.contains(document.activeElement)) draw(); });
  draw();
}
