import { sendDigests } from "~/domain/notification/digests.server";
import { mailing } from "~/lib/env.server";

import type { PlatformWork } from "./job";

/** Writes to everybody who wants it what has come up, on the morning of a working day. */
export const digests: PlatformWork = {
  per: "platform",
  run: (platform, day) => sendDigests(platform, day, mailing()),
};
