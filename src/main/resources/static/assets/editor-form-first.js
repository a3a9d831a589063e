// What form-js writes into a new field is part of the form, and what people will read: it is written in Chinese from the
// beginning. What a person typed stays.

import { zh } from "./i18n.js";

const FIRST = { "Date": zh`日期`, "Time": zh`时间`, "Value": zh`选项`, "ID": zh`编号`, "Name": zh`名称`, "Column": zh`列`, "# Text": zh`# 文字` };
const NUMBERED = /^(.+?)( \d+)?$/;
const LISTS = ["values", "columns"];
const TEXTS = ["dateLabel", "timeLabel", "text"];

function first(text) {
  const [, word, number = ""] = NUMBERED.exec(text) ?? [];
  return FIRST[word] ? FIRST[word] + number : text;
}

const named = (one) => (typeof one?.label === "string" ? { ...one, label: first(one.label) } : one);

/** `known`: what somebody wrote before; the rest are form-js's own words. */
function written(name, now, known) {
  if (TEXTS.includes(name) && typeof now === "string") return known === undefined ? first(now) : now;
  if (!LISTS.includes(name) || !Array.isArray(now)) return now;
  const before = Array.isArray(known) ? known : [];
  return now.length > before.length ? now.map((one) => (before.includes(one) ? one : named(one))) : now;
}

const inChinese = (now, known) => Object.fromEntries(Object.entries(now).map(([name, value]) => [name, written(name, value, known[name])]));

/** A module of form-js: whatever makes or completes a field by itself. */
export function firstTexts(formFields, eventBus) {
  Object.values(formFields._formFields).forEach(({ config }) => {
    const { create } = config;
    config.create = (options = {}) => inChinese(create(options), options);
  });
  eventBus.on("commandStack.formField.edit.preExecute", ({ context }) => {
    context.properties = inChinese(context.properties, context.formField);
  });
  return {};
}
firstTexts.$inject = ["formFields", "eventBus"];
