export default {
  "重大": "Major",
  "紧急程度": "Urgency"
};
