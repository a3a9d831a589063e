// What a browser says of a field in its own language, said in the page's.

import { t } from "./i18n.js";

function complaint({ validity, type, min, max }) {
  const day = type.startsWith("date");
  if (validity.valueMissing) return t`请填写这一项。`;
  if (validity.rangeUnderflow) return day ? t`不能早于 ${min.replace("T", " ")}。` : t`不能小于 ${min}。`;
  if (validity.rangeOverflow) return day ? t`不能晚于 ${max.replace("T", " ")}。` : t`不能大于 ${max}。`;
  if (validity.valid) return "";
  return t`这里填写的内容不符合要求，请检查。`;
}

/** The bubble beside a field speaks the page's language; what is typed next is looked at anew. */
export function speakOfFields() {
  document.addEventListener("invalid", ({ target }) => {
    target.setCustomValidity("");
    target.setCustomValidity(complaint(target));
  }, true);
  for (const change of ["input", "change"]) {
    document.addEventListener(change, ({ target }) => target.setCustomValidity?.(""), true);
  }
}
