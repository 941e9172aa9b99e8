import type ja from "../ja/notification-mail";
import type { Translated } from "../shape";

export default {
  subject: "[Sasae] Notifications of {{day}}",
  lead: "There are notifications in Sasae that you have not read. Please sign in to see what they are about.",
  now: "Needs you now",
  news: "News",
  line: "{{what}}: {{count}}",
  ofRule: "{{what}} ({{rule}})",
  inContract: "Contract {{contract}}, {{what}}",
  open: "Open the notifications",
  settings: "Stop this mail",
  what: {
    flag: {
      raised: "new flags",
      severity: "flags that became graver",
      due: "flags not answered in time",
      resolved: "resolved flags",
      acknowledged: "flags acknowledged by the manager",
      agreed: "flags with an agreed plan",
      comment: "comments on flags",
    },
    group: {
      raised: "new flags",
      severity: "flags that became graver",
      due: "flags not answered in time",
      resolved: "resolved flags",
    },
    plan: {
      proposed: "proposed improvement plans",
      returned: "improvement plans sent back",
      agreed: "improvement plans agreed by the ward",
      answered: "answers of the ward to improvement plans",
      comment: "comments on improvement plans",
      closed: "closed improvement plans",
      withdrawn: "withdrawn improvement plans",
      contractorLate: "improvement plans not proposed again in time",
      wardLate: "improvement plans with a late answer of the ward",
      measureDue: "measures of improvement plans past their due date",
      reviewDue: "improvement plans due for review",
    },
    request: { escalated: "unanswered requests for supervision" },
    survey: { opened: "open surveys", closed: "closed surveys" },
    training: { approved: "approved training records", rejected: "training records sent back" },
    qualification: { verified: "verified qualifications", sentBack: "qualifications sent back" },
  },
} as const satisfies Translated<typeof ja>;
