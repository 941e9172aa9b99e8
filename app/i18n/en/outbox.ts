import type ja from "../ja/outbox";
import type { Translated } from "../shape";

export default {
  offline:
    "You are offline. What you enter is kept on this device and sent by itself once you are back. Check the day of each entry.",
  kept: "Kept on this device. It will be sent by itself once you are online again. You can go on with another entry.",
  sent_one: "{{count}} entry that was kept here has been sent.",
  sent_other: "{{count}} entries that were kept here have been sent.",
  waiting_one: "{{count}} entry not sent yet",
  waiting_other: "{{count}} entries not sent yet",
  sendNow: "Send now",
  state: {
    refused: "Not sent yet: something in it needs correcting.",
    signIn: "It will be sent once you have signed in again.",
  },
  open: "Open and correct",
  signIn: "Sign in",
  discard: "Discard",
  confirmDiscard: "This removes the unsent entry “{{title}}”. It cannot be brought back. Go on?",
} satisfies Translated<typeof ja>;
