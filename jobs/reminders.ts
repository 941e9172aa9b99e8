import { remindOfOverdue } from "~/domain/notification/reminders.server";

import type { ContractWork } from "./job";

/** Notes what is overdue of flags and plans, and tells whose turn it is; each thing once. */
export const reminders: ContractWork = { per: "contract", run: remindOfOverdue };
