import { cleanUpContract, cleanUpPlatform } from "~/domain/job/clean-up.server";

import type { ContractWork, PlatformWork } from "./job";

/** Forgets what has done its work: ended sessions and links, counters, sent mail, old notices and runs. */
export const cleanUp: PlatformWork = { per: "platform", run: cleanUpPlatform };

/** Throws away uploaded files that nobody confirmed. */
export const importCleanUp: ContractWork = { per: "contract", run: cleanUpContract };
