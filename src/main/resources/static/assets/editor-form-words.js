// form-js speaks English only and has no way to translate: its words are replaced where they stand. Beside the form
// itself, whose texts are people's.

import { firstTexts } from "./editor-form-first.js";
import { english, zh } from "./i18n.js";

const WORDS = {
  // palette
  "Components": zh`组件`, "Search components": zh`查找组件`, "Clear content": zh`清空`, "No components found.": zh`没有找到组件。`,
  "Input": zh`输入`, "Selection": zh`选择`, "Presentation": zh`展示`, "Containers": zh`容器`, "Action": zh`操作`,
  "Text field": zh`单行文字`, "Text area": zh`多行文字`, "Number": zh`数字`, "Date time": zh`日期时间`, "Checkbox": zh`复选框`,
  "Checkbox group": zh`多选`, "Radio group": zh`单选`, "Select": zh`下拉选择`, "Tag list": zh`标签多选`, "Text view": zh`文字`,
  "Table": zh`表格`, "Group": zh`分组`, "Dynamic list": zh`动态列表`, "Separator": zh`分隔线`, "Spacer": zh`留白`, "Button": zh`按钮`,
  "Form": zh`表单`, "Build your form": zh`开始设计表单`, "Drag and drop components here to start designing.": zh`把左边的组件拖到这里。`,
  "Drag and drop components here.": zh`把组件拖到这里。`, "Use the preview window to test your form.": zh` `, "Remove form field": zh`删除字段`,
  // groups of properties
  "General": zh`基本`, "Condition": zh`显示条件`, "Layout": zh`布局`, "Appearance": zh`外观`, "Validation": zh`校验`, "Constraints": zh`限制`,
  "Serialization": zh`保存方式`, "Static options": zh`固定选项`, "Dynamic options": zh`动态选项`, "Options source": zh`选项来源`,
  "Options expression": zh`选项表达式`, "Custom properties": zh`自定义属性`, "Header items": zh`表头`, "Headers source": zh`表头来源`,
  // properties
  "Label": zh`名称`, "Field label": zh`字段名称`, "Group label": zh`分组名称`, "Table label": zh`表格名称`, "Date label": zh`日期名称`, "Time label": zh`时间名称`,
  "Field description": zh`字段提示`, "Key": zh`变量`, "Path": zh`路径`, "ID": zh`编号`, "Title": zh`标题`, "Type": zh`类型`, "Subtype": zh`子类型`,
  "Default value": zh`默认值`, "Read only": zh`只读`, "Disabled": zh`停用`, "Required": zh`必填`, "Searchable": zh`可查找`,
  "Minimum length": zh`最少字数`, "Maximum length": zh`最多字数`, "Minimum": zh`最小值`, "Maximum": zh`最大值`, "Increment": zh`步长`,
  "Decimal digits": zh`小数位数`, "Output as string": zh`保存为文字`, "Allows arbitrary precision values": zh`允许任意精度`,
  "Validation pattern": zh`校验规则`, "Custom regular expression": zh`自定义正则表达式`, "Custom": zh`自定义`, "Email": zh`邮箱`, "Phone": zh`电话`,
  "Prefix": zh`前缀`, "Suffix": zh`后缀`, "Height": zh`高度`, "Columns": zh`列数`, "Column": zh`列`, "Column 1": zh`列 1`, "Column 2": zh`列 2`, "Column 3": zh`列 3`,
  "Auto": zh`自动`, "Top": zh`靠上`, "Center": zh`居中`, "Bottom": zh`靠下`, "Vertical alignment": zh`竖直对齐`, "Show outline": zh`显示边框`,
  "Value": zh`值`, "Values": zh`选项`, "Text": zh`文字`, "Time": zh`时间`, "Date": zh`日期`, "Date & Time": zh`日期和时间`, "Static": zh`固定的`, "Time format": zh`时间格式`,
  "Time interval": zh`时间间隔`, "Use 24h": zh`24 小时制`, "Disallow past dates": zh`不能选过去的日期`, "Input values key": zh`选项所在的变量`,
  "List of items": zh`固定列表`, "Input data": zh`变量`, "Expression": zh`表达式`, "Deactivate if": zh`停用条件`, "Hide if": zh`隐藏条件`,
  "Repeatable": zh`可重复`, "Default number of items": zh`默认条数`, "Allow add/delete items": zh`可以增减`, "Disable collapse": zh`不折叠`,
  "Number of non-collapsing items": zh`不折叠的条数`, "Pagination": zh`分页`, "Number of rows per page": zh`每页行数`, "Data source": zh`数据来源`,
  "Submit": zh`提交`, "Reset": zh`重置`, "Checked": zh`勾选`, "Not checked": zh`不勾选`, "<none>": zh`（无）`,
  "UTC offset": zh`带时区`, "UTC normalized": zh`统一为 UTC`, "No timezone": zh`不带时区`,
  // hints
  "Condition under which the field is hidden": zh`满足时不显示这个字段`, "Text view is templated": zh`文字（含变量）`, "Text view is empty": zh`还没有文字`,
  "Text view is populated by an expression": zh`文字由表达式得到`, "Click to set a dynamic value with FEEL expression": zh`点击后用 FEEL 表达式`,
  "FEEL expression is mandatory": zh`这里用 FEEL 表达式`, "Click to remove FEEL expression": zh`点击后不用 FEEL 表达式`, "Click to set a static value": zh`点击后填固定的值`,
  "Binds to a form variable": zh`对应的流程变量`, "Must not be empty.": zh`不能为空。`, "Must not be empty": zh`不能为空`, "Must be unique.": zh`不能重复。`,
  "Must not contain spaces.": zh`不能有空格。`, "Must be a variable or a dot separated path.": zh`请填变量名，或用点分开的路径。`,
  "Should be an integer.": zh`请填整数。`, "Should be greater than zero.": zh`请填大于零的数。`, "Should be greater than or equal to zero.": zh`请填不小于零的数。`,
  "Must not conflict with other key/path assignments.": zh`与别的变量或路径冲突。`, "Routes the children of this component into a form variable, may be left empty to route at the root level.": zh`其中字段写入的变量，可以不填。`,
  "Field cannot be edited by the end-user, but the data will still be submitted.": zh`填表的人不能改，数据照样提交。`,
  "Field cannot be edited by the end-user, and the data is not submitted. Takes precedence over read only.": zh`填表的人不能改，数据也不提交；优先于只读。`,
  "Where the child variables of this component are pathed to.": zh`其中字段写入的变量`,
  "Define which input property to populate the values from": zh`从哪个变量取选项`, "Define an expression to populate the options from.": zh`用表达式得到选项。`,
  "Specify the source from which to populate the table": zh`表格数据从哪里来`, "Height of the container in pixels.": zh`高度，单位像素。`,
  "Select a form field to edit its properties.": zh`选中一个字段查看属性。`, "Supports markdown and templating.": zh`支持 Markdown 和模板。`,
  "Multiple form fields are selected. Select a single form field to edit its properties.": zh`选中了多个字段，请只选一个。`,
  "Learn more": zh`了解更多`, "Learn templating": zh`了解模板`, "Learn FEEL expressions": zh`了解 FEEL 表达式`, "Open documentation": zh`打开说明`, "Open pop-up editor": zh`在大窗口里编辑`,
  "Close pop-up editor": zh`关闭大窗口`, "Opened in editor": zh`正在大窗口里编辑`, "Close": zh`关闭`, "Create": zh`添加`, "Create new list item": zh`添加一项`,
  "Delete": zh`删除`, "Delete item": zh`删除这一项`, "Toggle section": zh`展开或收起`, "Toggle list item": zh`展开或收起`,
  "Section contains data": zh`这一组有内容`, "Section contains an error": zh`这一组有错误`,
};

/** Words that mean something else in the picture of a form. */
const PICTURED = [[".fjs-select-placeholder", { "Select": zh`请选择` }], [".fjs-table-td", { "Content": zh`内容`, "Nothing to show.": zh`没有数据` }],
  [".fjs-number-arrow-container", { "Increment": zh`增加`, "Decrement": zh`减少` }]];

const PARTS = ".fjs-palette-container, .fjs-properties-container, .fjs-context-pad, .fjs-empty-editor, .fjs-form-field-placeholder, .fjs-empty-component, .fjs-repeat-render-footer, .bio-properties-panel-tooltip, .bio-properties-panel-popup";
/** What a person wrote: the names of fields and options. */
const WRITTEN = "input, textarea, [contenteditable], .bio-properties-panel-header-label, .bio-properties-panel-collapsible-entry-header-title";
const NAMES = ["title", "placeholder", "aria-label", "data-title"];
const CREATE = /^Create an? (.+) element$/;
const REMOVE = /^Remove (.+)$/;
const LIST = /^List contains (\d+) items?$/;

/** The Chinese of a text of form-js; null where it is none. */
function formWord(text) {
  const said = text.trim();
  const [, made] = CREATE.exec(said) ?? [];
  const [, gone] = REMOVE.exec(said) ?? [];
  const [, items] = LIST.exec(said) ?? [];
  return WORDS[said] ?? (made && zh`添加${WORDS[made] ?? made}`) ?? (gone && WORDS[gone] && zh`删除${WORDS[gone]}`) ?? (items && zh`共 ${items} 项`) ?? null;
}

/** What new fields are called at first, and what the palette is searched by. */
function fieldNames(formFields) {
  Object.values(formFields._formFields).forEach(({ config }) => { config.label = WORDS[config.label] ?? config.label; });
  return {};
}
fieldNames.$inject = ["formFields"];

export const formWords = english ? [] : [{ __init__: ["fieldNames", "firstTexts"], fieldNames: ["factory", fieldNames], firstTexts: ["factory", firstTexts] }];

function put(element) {
  const [, pictured] = PICTURED.find(([place]) => element.closest(place)) ?? [];
  if (!pictured && element.closest(PARTS) === null) return;
  const word = (text) => (pictured ? pictured[text.trim()] : formWord(text));
  NAMES.filter((name) => element.hasAttribute(name)).forEach((name) => {
    const said = word(element.getAttribute(name));
    if (said) element.setAttribute(name, said);
  });
  if (element.closest(WRITTEN)) return;
  element.childNodes.forEach((node) => {
    const said = node.nodeType === Node.TEXT_NODE ? word(node.data) : null;
    if (said && said !== node.data) node.data = said;
  });
}

/** From now on what form-js draws into the box, or over the page, is in Chinese; in English it speaks for itself. */
export function speakChinese(box) {
  if (english) return;
  const all = (root) => [root, ...root.querySelectorAll("*")].forEach(put);
  new MutationObserver((changes) => changes.forEach(({ target, addedNodes, type }) => {
    if (type !== "childList") put(target.nodeType === Node.TEXT_NODE ? target.parentElement ?? box : target);
    addedNodes.forEach((node) => (node.nodeType === Node.ELEMENT_NODE ? all(node) : node.parentElement && put(node.parentElement)));
  })).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: NAMES });
  all(box);
}
