import type ja from "../ja/calendar";
import type { Translated } from "../shape";

import mail from "./calendar-mail";

export default {
  mail,
  entry: {
    calendarName: "Sasae supervision",
    summary: "Supervision ({{kind}})",
    tentative: "The time is not yet confirmed.",
    video: "Video call: {{address}}",
    page: "More in Sasae: {{address}}",
  },
  link: "Show sessions in your phone's or computer's calendar",
  title: "Calendar",
  lead: "See your supervision sessions in the calendar you use every day.",
  none: "There is no calendar address yet.",
  noneMore:
    "Make an address and add it once: new, changed and cancelled sessions then appear in your calendar by themselves.",
  make: "Make an address",
  since: "Your calendar address works (made on {{day}}).",
  onceMore:
    "The address is shown only once, when it is made. If you no longer have it, or want to add another device, make a new one.",
  renew: "Make a new address",
  renewNote: "The present address stops working at once. Add the new one to every calendar that used it.",
  revoke: "End the address",
  revoked: "The calendar address no longer works",
  revokedMore: "Remove “Sasae supervision” from your calendar app's settings as well.",
  status: "How things stand",
  made: "Your calendar address is ready",
  addressLabel: "Calendar address (not shown again once you leave this page)",
  subscribe: "Add to this device's calendar",
  secret: "Anyone who knows this address can see when and where your sessions are. Do not pass it on.",
  how: {
    title: "How to add it",
    iphone: "iPhone, iPad, Mac",
    iphone1: "Make the address on that device, then press “Add to this device's calendar”.",
    iphone2: "Press “Add” or “Subscribe” in the window that opens.",
    iphone3:
      "If nothing opens: Settings → Apps → Calendar → Calendar Accounts → Add Account → Other → Add Subscribed Calendar, and paste the address.",
    google: "Android, Google Calendar",
    google1: "Copy the address and open Google Calendar in a computer's browser.",
    google2: "Beside “Other calendars” press “+” and choose “From URL”.",
    google3:
      "Paste the address and press “Add calendar”: it appears in the phone's app too. Google may take from some hours to a day to show changes.",
    outlook: "Outlook",
    outlook1: "Copy the address and choose “Add calendar” in Outlook's calendar.",
    outlook2: "Choose “Subscribe from web” (or “From Internet”).",
    outlook3: "Paste the address, give it a name and import it.",
  },
  shows: {
    title: "What the calendar shows",
    time: "Day, time and length, individual or group, the place and the address of the video call",
    state: "Whether it is unconfirmed, confirmed or cancelled (a cancelled session stays as such for {{days}} days)",
    range: "Sessions from {{back}} days back to {{ahead}} days ahead",
    never: "It never shows who takes part, what was said, or any notes.",
  },
} as const satisfies Translated<typeof ja>;
