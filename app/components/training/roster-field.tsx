import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { HOUR_STEP, MAX_HOURS_A_DAY } from "../../domain/training/schema";
import { Button } from "../button";
import { nameIn } from "../contractor/inbox-items";
import { useProblemText } from "../field";
import { chosen, typed, type FormState } from "../form";
import { useHydrated } from "../hydrated";
import { useLocale } from "../locale";

type Person = {
  staffId: string;
  staffCode: string;
  name: string | null;
  officeId: string | null;
  officeName: string | null;
  officeNameEn: string | null;
};

/** The attendance list of a class by office: who was there, each for the class's hours or for a part of them. */
export function RosterField({ roster, state }: { roster: Person[]; state: FormState | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const text = useProblemText();
  const box = useRef<HTMLFieldSetElement>(null);
  const picked = chosen(state, "attendees");
  const [count, setCount] = useState(picked.length);
  const label = t("course.class.attendees");
  const problem = state?.problems.attendees;
  const offices = [...new Set(roster.map((person) => person.officeId))];
  const recount = () => setCount(box.current?.querySelectorAll('input[name="attendees[]"]:checked').length ?? 0);
  const setAll = (office: string | null | undefined, checked: boolean) => {
    const within = office === undefined ? "" : `[data-office="${office ?? ""}"] `;
    for (const one of box.current?.querySelectorAll<HTMLInputElement>(`${within}input[name="attendees[]"]`) ?? [])
      one.checked = checked;
    recount();
  };
  return (
    <fieldset
      id="attendees"
      ref={box}
      tabIndex={-1}
      className="mt-8"
      onChange={recount}
      aria-describedby={problem ? "attendees-problem" : undefined}
    >
      <legend className="text-std-20B-150">{label}</legend>
      <p className="text-std-16N-170 text-solid-gray-700">{t("course.class.attendeesHint")}</p>
      {problem && (
        <p id="attendees-problem" className="text-std-16N-170 text-error-2">
          ＊{text(problem, label)}
        </p>
      )}
      <p role="status" className="mt-1 text-std-16B-170">
        {t("course.class.count", { count })}
      </p>
      <PickButtons set={(checked) => setAll(undefined, checked)} whose={label} />
      {offices.map((office) => {
        const people = roster.filter((person) => person.officeId === office);
        const name = nameIn(locale, people[0]?.officeName ?? null, people[0]?.officeNameEn ?? null);
        const title = name ?? t("contractor.workers.noOffice");
        return (
          <section key={office ?? ""} data-office={office ?? ""} aria-label={title} className="mt-4">
            <div className="flex flex-wrap items-center gap-x-4 border-b border-solid-gray-420">
              <h2 className="text-std-17B-170">{title}</h2>
              <PickButtons set={(checked) => setAll(office, checked)} whose={title} />
            </div>
            <ul className="grid gap-x-10 md:grid-cols-2">
              {people.map((person) => (
                <PersonRow
                  key={person.staffId}
                  person={person}
                  picked={picked.includes(person.staffId)}
                  hours={typed(state, `hours:${person.staffId}`)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </fieldset>
  );
}

function PickButtons({ set, whose }: { set: (checked: boolean) => void; whose: string }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  if (!hydrated) return null;
  return (
    <span className="flex gap-2">
      {([true, false] as const).map((checked) => (
        <Button
          key={String(checked)}
          type="button"
          look="text"
          className="min-h-11"
          aria-label={t(checked ? "course.select.allOf" : "course.select.noneOf", { whose })}
          onClick={() => set(checked)}
        >
          {t(checked ? "course.select.all" : "course.select.none")}
        </Button>
      ))}
    </span>
  );
}

function PersonRow({ person, picked, hours }: { person: Person; picked: boolean; hours: string }) {
  const { t } = useTranslation();
  const name = person.name ?? person.staffCode;
  return (
    <li className="flex items-center justify-between gap-4 border-b border-solid-gray-300 py-1">
      <label className="flex min-h-11 min-w-0 grow cursor-pointer items-center gap-3 text-std-16N-170">
        <input
          type="checkbox"
          name="attendees[]"
          value={person.staffId}
          defaultChecked={picked}
          className="size-6 shrink-0 accent-key-900"
        />
        <span>
          {name}
          <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{person.staffCode}</span>
        </span>
      </label>
      <label className="flex items-center gap-2 text-dns-14N-130">
        <span className="sr-only">{t("course.class.ownHoursOf", { name })}</span>
        <input
          type="number"
          name={`hours:${person.staffId}`}
          inputMode="decimal"
          step={HOUR_STEP}
          min={HOUR_STEP}
          max={MAX_HOURS_A_DAY}
          defaultValue={hours}
          className="min-h-11 w-20 rounded-8 border border-solid-gray-600 bg-white px-2 text-end"
        />
        <span aria-hidden="true">{t("me.stepper.hour")}</span>
      </label>
    </li>
  );
}
