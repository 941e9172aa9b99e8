import { refuse, type Io } from "../io";

export async function run(_args: string[], io: Io): Promise<number> {
  return refuse(io, (t) => t("kpi.cli.notAvailable"));
}
