// The words of dmn-js in Chinese: bpmn-js-i18n-zh knows those of diagrams only.

import { zh } from "./i18n.js";

export const TABLE_WORDS = {
  // the table
  "Hit policy:": zh`命中策略：`, "Hit policy": zh`命中策略`, "View DRD": zh`查看决策关系图`, "When": zh`当`, "Then": zh`则`, "And": zh`且`,
  "Unique": zh`唯一（UNIQUE）`, "First": zh`首个（FIRST）`, "Any": zh`任意（ANY）`, "Collect": zh`收集（COLLECT）`, "Collect (Sum)": zh`收集并求和（COLLECT SUM）`, "Collect (Min)": zh`收集取最小（COLLECT MIN）`, "Collect (Max)": zh`收集取最大（COLLECT MAX）`, "Collect (Count)": zh`收集并计数（COLLECT COUNT）`,
  "Priority": zh`按优先级（PRIORITY）`,
  "Rule order": zh`按规则顺序（RULE ORDER）`, "Output order": zh`按输出顺序（OUTPUT ORDER）`, "Aggregation:": zh`汇总：`,
  "Annotations": zh`说明`, "Annotation": zh`说明`, "Expression": zh`表达式`, "Input label": zh`输入列名称`, "Type": zh`类型`,
  "Rules": zh`规则`, "Inputs": zh`输入`, "Outputs": zh`输出`, "Rule": zh`规则`, "Input": zh`输入列`, "Output": zh`输出列`,
  "No overlap is possible and all rules are disjoint. Only a single rule can be matched": zh`规则互不重叠，最多命中一条`,
  "Rules may overlap. The first matching rule will be chosen": zh`规则可以重叠，取第一条命中的`,
  "Rules may overlap. The one with the highest priority will be chosen": zh`规则可以重叠，取优先级最高的`,
  "Rules may overlap. Their output have to match": zh`规则可以重叠，但结果必须相同`,
  "Collects the values of all matching rules": zh`收集所有命中规则的结果`,
  "Collects the values of all matching rules and sums up to a single value": zh`收集所有命中规则的结果并求和`,
  "Collects the values of all matching rules and uses the lowest value": zh`收集所有命中规则的结果并取最小`,
  "Collects the values of all matching rules and uses the highest value": zh`收集所有命中规则的结果并取最大`,
  "Collects the values of all matching rules and counts the number of them": zh`收集所有命中规则的结果并计数`,
  "Collects the values of all matching rules in rule order": zh`按规则顺序收集所有结果`,
  "Collects the values of all matching rules in decreasing output priority order": zh`按输出优先级收集所有结果`,
  // what one does with it
  "Add rule": zh`添加规则`, "Add input": zh`添加输入列`, "Add output": zh`添加输出列`, "Add rule above": zh`在上方添加规则`, "Add rule below": zh`在下方添加规则`,
  "Remove rule": zh`删除规则`, "Copy rule": zh`复制规则`, "Cut rule": zh`剪切规则`, "Paste rule above": zh`在上方粘贴规则`, "Paste rule below": zh`在下方粘贴规则`, "Move rule": zh`移动规则`,
  "Add input column left": zh`在左侧添加输入列`, "Add input column right": zh`在右侧添加输入列`, "Add output column left": zh`在左侧添加输出列`, "Add output column right": zh`在右侧添加输出列`,
  "Copy input column": zh`复制输入列`, "Copy output column": zh`复制输出列`, "Cut input column": zh`剪切输入列`, "Cut output column": zh`剪切输出列`,
  "Paste input column left": zh`在左侧粘贴输入列`, "Paste input column right": zh`在右侧粘贴输入列`, "Paste output column left": zh`在左侧粘贴输出列`, "Paste output column right": zh`在右侧粘贴输出列`,
  "Remove input column": zh`删除输入列`, "Remove output column": zh`删除输出列`, "Add cell description": zh`添加单元格说明`, "Remove cell description": zh`删除单元格说明`,
  "Change cell expression language": zh`更改单元格的表达式语言`, "Resize": zh`调整宽度`, "Edit": zh`编辑`, "Edit input": zh`编辑输入列`, "Edit output": zh`编辑输出列`, "Search in diagram": zh`在图里查找`,
  // columns
  "Input expression": zh`输入表达式`, "Input expression: ": zh`输入表达式：`, "Input label: ": zh`输入列名称：`, "Input type": zh`输入类型`, "Input values": zh`允许的输入值`,
  "Output label": zh`输出列名称`, "Output label: ": zh`输出列名称：`, "Output name": zh`输出变量`, "Output name: ": zh`输出变量：`, "Output type": zh`输出类型`, "Output values": zh`允许的输出值`,
  "Enter expression": zh`填写表达式`, "Expression language": zh`表达式语言`, "Expression language:": zh`表达式语言：`, "Expression language: {expressionLanguageLabel}": zh`表达式语言：{expressionLanguageLabel}`,
  "Predefined values": zh`预设值`, "Add predefined values": zh`添加预设值`, "Clear predefined values": zh`清空预设值`, "Custom values": zh`自定义值`, "Add values": zh`添加值`, "No values": zh`没有值`, "Values": zh`值`,
  "Decision name": zh`决策名称`, "Decision name: ": zh`决策名称：`, "Element name": zh`元素名称`, "Definition name": zh`文件名称`, "Definition ID": zh`文件编号`,
  // cells
  "Boolean value": zh`布尔值`, "Edit boolean": zh`编辑是或否`, "Yes": zh`是`, "No": zh`否`, "Set value": zh`设定值`, "Comparison": zh`比较`, "Comparison operator": zh`比较方式`, "Range": zh`范围`,
  "Equals": zh`等于`, "Less": zh`小于`, "Less or equals": zh`小于等于`, "Greater": zh`大于`, "Greater or equals": zh`大于等于`, "Between": zh`介于`, "Exactly": zh`正好`, "Include": zh`包含`, "Exclude": zh`不包含`,
  "Match one": zh`匹配其中之一`, "Match none": zh`都不匹配`, "Start value": zh`起始值`, "End value": zh`结束值`, "Range start operator": zh`起点比较方式`, "Range end operator": zh`终点比较方式`,
  "Range start value": zh`起点`, "Range end value": zh`终点`, "String value": zh`文字`, "Edit string": zh`编辑文字`, "Edit number": zh`编辑数字`, "Strings must be in double quotes": zh`文字要加英文双引号`, "Test type": zh`比较方式`,
  "Date value": zh`日期`, "Time value": zh`时间`, "Time": zh`时间`, "Date and time": zh`日期和时间`, "Date and time value": zh`日期和时间`, "Duration value": zh`时长`,
  "Edit date": zh`编辑日期`, "Edit time": zh`编辑时间`, "Edit date and time": zh`编辑日期和时间`, "Edit duration": zh`编辑时长`, "Edit start date": zh`编辑开始日期`, "Edit end date": zh`编辑结束日期`,
  "Edit start time": zh`编辑开始时间`, "Edit end time": zh`编辑结束时间`, "Edit start date and time": zh`编辑开始日期和时间`, "Edit end date and time": zh`编辑结束日期和时间`,
  "Set date": zh`设定日期`, "Set time": zh`设定时间`, "Set date and time": zh`设定日期和时间`, "Set duration": zh`设定时长`, "Start date": zh`开始日期`, "End date": zh`结束日期`, "Start time": zh`开始时间`,
  "End time": zh`结束时间`, "Start date and time": zh`开始日期和时间`, "End date and time": zh`结束日期和时间`, "Use now": zh`现在`, "Use today": zh`今天`, "e.g. { sample }": zh`例如 { sample }`, "e.g. { example } ": zh`例如 { example } `,
  "Editing not supported for set expression language": zh`这种表达式语言不能这样编辑`, "\"value\"": zh`"值"`, "\"value\", \"value\", ...": zh`"值", "值", …`,
  // expressions and the diagram of decisions
  "Literal expression": zh`表达式`, "Literal expression editor": zh`表达式编辑器`, "Variable name:": zh`变量名：`, "Variable type": zh`变量类型`, "Variable type:": zh`变量类型：`, "Kind": zh`种类`, "name": zh`名称`,
  "Function kind: {kind}": zh`函数种类：{kind}`, "Edit function kind": zh`编辑函数种类`, "Edit formal parameters": zh`编辑参数`, "Add parameter": zh`添加参数`, "Remove parameter": zh`删除参数`,
  "Append decision": zh`追加决策`, "Append input data": zh`追加输入数据`, "Append knowledge source": zh`追加知识来源`, "Append business knowledge model": zh`追加业务知识模型`,
  "Create decision": zh`新建决策`, "Create input data": zh`新建输入数据`, "Create knowledge source": zh`新建知识来源`, "Create knowledge model": zh`新建业务知识模型`,
};
