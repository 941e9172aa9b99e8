import cli from "./kpi-cli";

export default {
  cli,
} as const;
