/** The way to the mail server: the only file that speaks SMTP. */
import { createTransport } from "nodemailer";

import type { OutgoingMessage, Send } from "./mail";

// why: a server that accepts the connection and then says nothing must not outlast the lease on the mail.
const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 15_000 };

/** Sends through the server at an address like smtps://user:password@host:465. */
export function smtpSender(url: string): Send {
  return async (message) => {
    const transport = createTransport({ url, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true });
    try {
      await transport.sendMail(envelope(message));
    } finally {
      transport.close();
    }
  };
}

function envelope({ id, from, to, subject, text, html, calendar, unsubscribe }: OutgoingMessage) {
  return {
    ...{ from, to, subject, text, html, messageId: id },
    headers: {
      ...{ "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      ...(unsubscribe && {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    ...(calendar && {
      icalEvent: { method: calendar.method, content: calendar.ics, filename: "supervision.ics" },
    }),
  };
}
