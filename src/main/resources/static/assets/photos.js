// Pictures of a report: made smaller on the device, uploaded at once, shown with a way to remove them.

import { upload } from "./api.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";

const MOST = 9;
const EDGE = 1920;

/** A photo of ten megabytes says no more than one of three hundred kilobytes, and takes a minute. */
async function smaller(file) {
  if (file.type === "image/gif") return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
    const canvas = h("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.85); });
    return blob && (scale < 1 || blob.size < file.size) ? blob : file;
  } catch {
    return file; // the server says what is wrong with it
  }
}

/** {element, pictures(), busy()}; `changed` is called whenever the list is another. */
export function photos(kept, changed, refuse, place = "/api/attachments") {
  const pictures = [...kept];
  let under = 0;
  const shown = h("div", { class: "photos" });
  const input = h("input", { type: "file", accept: "image/*", multiple: true, class: "visually-hidden", id: "photos" });
  const add = h("label", { class: "photo add", for: "photos", title: t`拍照或从相册选择` }, h("b", { "aria-hidden": "true" }, t`＋`), h("small", {}, t`照片`));

  function draw() {
    shown.replaceChildren(
      ...pictures.map((picture) => h("figure", { class: "photo" },
        h("img", { src: picture.url, alt: t`已添加的照片` }),
        h("button", { type: "button", "aria-label": t`删除这张照片`, onclick: () => {
          pictures.splice(pictures.indexOf(picture), 1);
          draw();
          changed();
        } }, "×"))),
      ...Array.from({ length: under }, () => h("div", { class: "photo waiting", role: "status", "aria-label": t`正在上传` })),
      ...(pictures.length + under < MOST ? [add] : []));
  }

  input.addEventListener("change", async () => {
    const chosen = [...input.files].slice(0, MOST - pictures.length - under);
    input.value = "";
    await Promise.all(chosen.map(async (file) => {
      under += 1;
      draw();
      try {
        pictures.push(await upload(place, await smaller(file)));
        changed();
      } catch (error) {
        refuse(error.message);
      } finally {
        under -= 1;
        draw();
      }
    }));
  });
  draw();
  return {
    element: h("div", { class: "field" }, h("span", { class: "visually-hidden" }, t`照片（可不填）`), shown, input),
    pictures: () => pictures.map(({ id, url }) => ({ id, url })),
    busy: () => under > 0,
  };
}
