import type ja from "../ja/kpi-cli";
import type { Translated } from "../shape";

export default {
  usage: "Usage: npm run cli -- COMMAND [options] [--lang ja|en]\n  Commands: {{commands}}",
  unknownCommand: "There is no command “{{name}}”.",
  badOption: "Please check the options: {{detail}}",
  missingOption: "Please give {{name}}.",
  badDay: "{{name}}: “{{value}}” is not a day that exists (for example 2026-03-31).",
  failed: "Stopped by an unexpected problem. Nothing was written.",
  notAvailable: "This command is not available in this version.",
} satisfies Translated<typeof ja>;
