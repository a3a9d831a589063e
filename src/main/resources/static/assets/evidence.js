// Pictures as evidence, and forms that say what the server refuses.

import { h } from "./dom.js";
import { t } from "./i18n.js";
import { photos } from "./photos.js";

/** Links to pictures that were added. */
export function shown(pictures) {
  return pictures.length > 0 && h("div", { class: "photos" }, pictures.map((id, index) =>
    h("a", { class: "photo", href: `/api/me/evidence/${id}`, target: "_blank" },
      h("img", { src: `/api/me/evidence/${id}`, alt: t`证据 ${index + 1}`, loading: "lazy" }))));
}

/** {element, ids}: pictures to add to a form. */
export function adding(wrong) {
  const box = photos([], () => {}, (message) => {
    wrong.textContent = message;
    wrong.hidden = false;
  }, "/api/me/evidence");
  return { element: box.element, ids: () => box.pictures().map(({ id }) => id), busy: box.busy };
}

export const refusal = () => h("p", { class: "notice bad", role: "alert", hidden: true });

/** A form that sends; `pictures` may still be on their way. */
export function sending(fields, label, wrong, send, pictures) {
  const submit = h("button", { class: "button primary", type: "submit" }, label);
  const form = h("form", { class: "form item", novalidate: true }, fields, wrong, h("div", { class: "actions" }, submit));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong.hidden = true;
    submit.disabled = true;
    try {
      if (pictures?.busy()) throw new Error(t`图片还在上传，请稍候再提交`);
      await send(new FormData(form));
    } catch (error) {
      wrong.textContent = error.message;
      wrong.hidden = false;
      submit.disabled = false;
    }
  });
  return form;
}

export function area(name, label, hint = "", value = "", most = 1000) {
  return h("label", { class: "field" }, h("span", {}, label),
    h("textarea", { name, maxlength: most, rows: 3, placeholder: hint }, value));
}
