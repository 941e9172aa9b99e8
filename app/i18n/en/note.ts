import type ja from "../ja/note";
import type { Translated } from "../shape";

export default {
  evidence: {
    label: "Certificate or other evidence",
    hint: "PDF, PNG or JPEG, up to {{max}} MB. On a phone you can take a photo right here. Only the worker and the contractor’s manager can open it.",
    none: "No files",
    file: "{{name}} ({{kind}}, {{size}})",
    remove: "Remove",
    removeNamed: "Remove {{name}}",
    problem: {
      tooLarge: "The file is too large. Choose one of up to {{max}} MB",
      notAllowed: "Choose a PDF, PNG or JPEG file (this is checked by the file’s content)",
      heic: "Photos in HEIC format are not accepted. Convert it to JPEG, or choose a screenshot (PNG)",
      empty: "The file is empty. Choose it again",
    },
  },
} satisfies Translated<typeof ja>;
