import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { SignUpStatus } from "../../domain/course/course";
import { nameIn } from "../contractor/inbox-items";
import { chosen, type FormState } from "../form";
import { useLocale } from "../locale";
import { SubmitBar } from "../me/submit-bar";
import { StatusMark, type Tone } from "../status";

type Person = {
  staffId: string;
  staffCode: string;
  name: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  status: SignUpStatus | null;
  attendance: "attended" | "absent" | null;
};

/** Who signed up, who waits, and everybody else who came: a tick for each who attended. */
export function AttendanceList(props: {
  people: Person[];
  mark: string;
  state: FormState | undefined;
  /** Whether attendance can be written down yet. */
  open: boolean;
  back: string;
}) {
  const { t } = useTranslation();
  const { people, state, open } = props;
  const recorded = people.some((person) => person.attendance !== null);
  // why: before anything is recorded, those who signed up are taken to have come; the manager unticks who did not.
  const standing = people.filter((one) => (recorded ? one.attendance === "attended" : one.status === "signed_up"));
  const ticked = chosen(
    state,
    "attended",
    standing.map(({ staffId }) => staffId),
  );
  const [listed, others] = [people.filter(isListed), people.filter((person) => !isListed(person))];
  const rows = (some: Person[]) =>
    some.map((person) => (
      <PersonRow key={person.staffId} person={person} ticked={ticked.includes(person.staffId)} open={open} />
    ));
  return (
    <Form method="post">
      <input type="hidden" name="mark" value={props.mark} />
      {listed.length === 0 ? (
        <p className="text-std-16N-170">{t("course.date.nobody")}</p>
      ) : (
        <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">{rows(listed)}</ul>
      )}
      {open && (
        <details className="mt-4">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-std-16N-170 text-key-900">
            {t("course.date.others", { count: others.length })}
          </summary>
          <ul className="grid gap-x-10 md:grid-cols-2">{rows(others)}</ul>
        </details>
      )}
      {open ? (
        <SubmitBar label={t("course.date.submit")} sending={t("me.training.sending")} back={props.back} />
      ) : (
        <p className="mt-3 text-std-16N-170">{t("course.date.notYet")}</p>
      )}
    </Form>
  );
}

function isListed({ status }: Person): boolean {
  return status === "signed_up" || status === "waiting";
}

function PersonRow({ person, ticked, open }: { person: Person; ticked: boolean; open: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const state = stateOf(person);
  const words = (
    <span className="min-w-0 grow">
      {person.name ?? person.staffCode}
      <span className="ml-2 text-dns-14N-130 text-solid-gray-700">
        {nameIn(locale, person.officeName, person.officeNameEn) ?? ""}
      </span>
    </span>
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-1 text-std-16N-170">
      {open ? (
        <label className="flex min-h-11 grow cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            name="attended[]"
            value={person.staffId}
            defaultChecked={ticked}
            className="size-6 shrink-0 accent-key-900"
          />
          {words}
        </label>
      ) : (
        words
      )}
      {state && <StatusMark tone={state.tone} word={t(`course.file.word.${state.word}`)} />}
    </li>
  );
}

function stateOf({ status, attendance }: Person): { tone: Tone; word: SignUpStatus | "attended" | "absent" } | null {
  if (attendance) return { tone: attendance === "attended" ? "ok" : "none", word: attendance };
  if (status === null) return null;
  return { tone: status === "signed_up" ? "ok" : status === "waiting" ? "planned" : "na", word: status };
}
