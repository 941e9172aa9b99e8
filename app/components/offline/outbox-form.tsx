import { Form, useNavigate, useSubmit } from "@remix-run/react";
import { useState, type ComponentProps, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { Attention } from "../attention";
import { Notice } from "../notice";
import { fieldsOf, formDataOf, isAnother, send, underReference, type OutboxEntry } from "./entry";
import { SendingContext, useOutboxOwner } from "./sending";
import { canKeep, find, forget, keep, mark } from "./store";

const TIMEOUT_MS = 20_000;

type OutboxFormProps = Omit<ComponentProps<typeof Form>, "method" | "onSubmit"> & {
  /** The hidden field with the form's own reference, which the server stores an entry under. */
  reference: string;
  /** What the entry is called while it waits. */
  title: string;
};

/**
 * A form that is not lost with the connection: what is sent is first kept on the device, forgotten once the server has
 * stored it, and sent again by itself when it could not be reached. Without scripts it is an ordinary form.
 */
export function OutboxForm({ reference, title, children, ...form }: OutboxFormProps) {
  const { t } = useTranslation();
  const owner = useOutboxOwner();
  const navigate = useNavigate();
  const submit = useSubmit();
  const [sending, setSending] = useState(false);
  const [kept, setKept] = useState<{ at: number } | null>(null);

  async function deliver(element: HTMLFormElement, typed: OutboxEntry): Promise<void> {
    const again = { method: "post", encType: form.encType, action: typed.action } as const;
    if (!(await canKeep())) return submit(formDataOf(typed.fields), again);
    const isNew = isAnother(await find(typed.id), typed);
    const entry = isNew ? underReference(typed, reference, crypto.randomUUID()) : typed;
    await keep(entry);
    const outcome = navigator.onLine ? await send(entry, TIMEOUT_MS) : ({ kind: "unreachable" } as const);
    if (outcome.kind === "done") {
      await forget(entry.id);
      return navigate(outcome.path);
    }
    if (outcome.kind === "refused") {
      // why: what does not fit is shown by the page itself, beside the fields; another refusal might not bring the form back.
      if (outcome.status === 400 || outcome.status === 409) await forget(entry.id);
      else await mark(entry.id, "refused");
      return submit(formDataOf(entry.fields), again);
    }
    if (outcome.kind === "signIn") await mark(entry.id, "signIn");
    element.reset();
    renew(element, reference);
    setKept({ at: entry.madeAt });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (sending) return;
    const element = event.currentTarget;
    const data = new FormData(element, (event.nativeEvent as SubmitEvent).submitter);
    const id = String(data.get(reference) ?? "");
    const action = location.pathname + location.search;
    const madeAt = Math.round(performance.timeOrigin + performance.now());
    const entry = { id, owner, action, title, fields: fieldsOf(data), madeAt, state: "waiting" as const };
    setSending(true);
    void deliver(element, entry).finally(() => setSending(false));
  }

  return (
    <SendingContext.Provider value={sending}>
      {kept && (
        <Attention answer={kept}>
          <Notice kind="info">{t("outbox.kept")}</Notice>
        </Attention>
      )}
      <Form {...form} method="post" onSubmit={onSubmit}>
        {children}
      </Form>
    </SendingContext.Provider>
  );
}

/** The next entry typed into the same form is another one. */
function renew(form: HTMLFormElement, reference: string): void {
  const field = form.elements.namedItem(reference);
  if (field instanceof HTMLInputElement) field.value = crypto.randomUUID();
}
