import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { checkboxField, dayField, textField } from "../../lib/form-fields";
import { isCaseRef, MOST_OFFERS, URGENCIES, type Offer } from "./requests";
import { minutesField, timeField, versionField, videoField } from "./schema";
import { THEMES } from "./themes";

/** The form with which a worker asks for supervision. */
export const requestForm = z.object({
  requestRef: z.uuid(),
  urgency: z.enum(URGENCIES),
  themes: z.array(z.enum(THEMES)).default([]),
  caseRef: z
    .string()
    .transform((text) => text.normalize("NFKC"))
    .refine(isCaseRef, { params: { code: "invalid" } })
    .optional(),
});
export type RequestEntry = z.output<typeof requestForm>;

/** What a worker does with an own request. */
export const ownRequestForm = z.object({
  intent: z.enum(["withdraw", "pick", "noneFits"]),
  requestId: z.uuid(),
  version: versionField(),
  choice: z.coerce.number().int().min(0).max(MOST_OFFERS).optional(),
});

/** What a supervisor answers: told apart by the button. */
export const answerIntent = z.enum(["offer", "decline"]);
export const declineForm = z.object({ version: versionField(), declineReply: textField(500).trim().min(1) });
export type Declining = z.output<typeof declineForm>;

const time = {
  heldOn: dayField(),
  startTime: timeField(),
  minutes: minutesField(),
  place: textField(200).trim().optional(),
  videoUrl: videoField(),
};
const OFFER_FIELDS = ["heldOn", "startTime", "minutes", "place", "videoUrl"] as const;

/** One to three times; fields are named heldOn1, startTime1 … and a time without a day is left out, but for the first. */
export const offerForm = z
  .object({ version: versionField(), reply: textField(500).trim().optional(), confirmed: checkboxField() })
  .catchall(z.string())
  .transform((form, context) => {
    const offers: Offer[] = [];
    for (let number = 1; number <= MOST_OFFERS; number += 1) {
      const given: Record<string, unknown> = {};
      for (const field of OFFER_FIELDS) given[field] = form[`${field}${number}`];
      if (number > 1 && given.heldOn === undefined) continue;
      const parsed = z.object(time).safeParse(given);
      if (parsed.success) {
        const { place = null, videoUrl = null, ...rest } = parsed.data;
        offers.push({ ...rest, place, videoUrl });
      } else
        for (const issue of parsed.error.issues)
          context.addIssue({ ...issue, path: [`${String(issue.path[0])}${number}`] } as Parameters<
            typeof context.addIssue
          >[0]);
    }
    return { version: form.version, reply: form.reply, confirmed: form.confirmed, offers };
  });
export type OfferEntry = z.output<typeof offerForm>;

/** Offers as the database keeps them; anything else is no offer. */
export const storedOffers = z
  .array(
    z.object({
      heldOn: z.string().transform((day): Day => day),
      startTime: z.string(),
      minutes: z.number(),
      place: z.string().nullable(),
      videoUrl: z.string().nullable(),
    }),
  )
  .catch([]);
