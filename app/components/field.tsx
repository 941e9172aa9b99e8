import type { ComponentProps, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { FieldProblem } from "../lib/form";

type Common = { name: string; label: string; hint?: ReactNode; problem?: FieldProblem; required?: boolean };

const CONTROL =
  "min-h-12 rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-std-16N-170 hover:border-black aria-invalid:border-error-2 aria-invalid:border-2";

/** The sentence for a field's problem. */
export function useProblemText(): (problem: FieldProblem, label: string) => string {
  const { t } = useTranslation();
  return (problem, label) => t(`common.form.${problem.code}`, { label, ...problem.params });
}

function Frame(props: Common & { children: ReactNode }) {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <div className="mt-5">
      <label htmlFor={props.name} className="flex flex-wrap items-center gap-2 text-std-17B-170">
        {props.label}
        {props.required && <span className="text-std-16N-170 text-error-2">※{t("common.required")}</span>}
      </label>
      {props.hint && (
        <p id={`${props.name}-hint`} className="text-std-16N-170 text-solid-gray-700">
          {props.hint}
        </p>
      )}
      {props.children}
      {props.problem && (
        <p id={`${props.name}-problem`} className="mt-1 text-std-16N-170 text-error-2">
          ＊{text(props.problem, props.label)}
        </p>
      )}
    </div>
  );
}

function wiring(props: Common) {
  const ids = [props.problem && `${props.name}-problem`, props.hint && `${props.name}-hint`].filter(Boolean).join(" ");
  return {
    id: props.name,
    name: props.name,
    "aria-invalid": props.problem ? true : undefined,
    "aria-describedby": ids || undefined,
    "aria-required": props.required,
  } as const;
}

type InputProps = Common & Omit<ComponentProps<"input">, keyof Common | "id">;

/** One line of text, a number, a day, an e-mail address or a password. */
export function TextField({ label, hint, problem, required, name, className, ...input }: InputProps) {
  const common = { label, hint, problem, required, name };
  return (
    <Frame {...common}>
      <input
        type="text"
        {...input}
        {...wiring(common)}
        className={`mt-1 block ${CONTROL} ${className ?? "w-full max-w-md"}`}
      />
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  problem,
  required,
  name,
  ...area
}: Common & Omit<ComponentProps<"textarea">, keyof Common>) {
  const common = { label, hint, problem, required, name };
  return (
    <Frame {...common}>
      <textarea rows={4} {...area} {...wiring(common)} className={`mt-1 block w-full max-w-2xl ${CONTROL}`} />
    </Frame>
  );
}

export type Option = { value: string; label: string };

/** A choice from a list. */
export function SelectField({
  options,
  empty,
  label,
  hint,
  problem,
  required,
  name,
  ...select
}: Common & { options: Option[]; empty?: string } & Omit<ComponentProps<"select">, keyof Common>) {
  const common = { label, hint, problem, required, name };
  return (
    <Frame {...common}>
      <select {...select} {...wiring(common)} className={`mt-1 block w-full max-w-md ${CONTROL}`}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type ChoiceProps = Common & { options: Option[]; multiple?: boolean; defaultValue?: string | string[] };

/** A few choices shown at once, as large chips that a thumb reaches: radio buttons, or checkboxes where several may hold. */
export function ChoiceField(props: ChoiceProps) {
  const { t } = useTranslation();
  const text = useProblemText();
  const chosen = [props.defaultValue ?? []].flat();
  const describedBy = props.problem ? `${props.name}-problem` : undefined;
  return (
    <fieldset
      className="mt-5"
      aria-describedby={describedBy}
      aria-invalid={props.problem ? true : undefined}
      id={props.name}
      tabIndex={-1}
    >
      <legend className="flex flex-wrap items-center gap-2 text-std-17B-170">
        {props.label}
        {props.required && <span className="text-std-16N-170 text-error-2">※{t("common.required")}</span>}
      </legend>
      {props.hint && <p className="text-std-16N-170 text-solid-gray-700">{props.hint}</p>}
      <div className="mt-1 flex flex-wrap gap-2">
        {props.options.map((option) => (
          <label
            key={option.value}
            className="inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 px-4 py-1 text-std-16N-170 hover:bg-key-50 has-checked:border-key-900 has-checked:bg-key-50 has-checked:text-key-1000"
          >
            <input
              type={props.multiple ? "checkbox" : "radio"}
              name={props.multiple ? `${props.name}[]` : props.name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="size-5 shrink-0 accent-key-900"
            />
            {option.label}
          </label>
        ))}
      </div>
      {props.problem && (
        <p id={describedBy} className="mt-1 text-std-16N-170 text-error-2">
          ＊{text(props.problem, props.label)}
        </p>
      )}
    </fieldset>
  );
}

/** One yes-or-no. */
export function CheckboxField({ name, label, hint, defaultChecked }: Common & { defaultChecked?: boolean }) {
  return (
    <div className="mt-3">
      <label className="inline-flex min-h-12 cursor-pointer items-center gap-3 text-std-16N-170">
        <input
          type="checkbox"
          name={name}
          value="1"
          defaultChecked={defaultChecked}
          className="size-6 shrink-0 accent-key-900"
        />
        <span>
          {label}
          {hint && <span className="block text-dns-14N-130 text-solid-gray-700">{hint}</span>}
        </span>
      </label>
    </div>
  );
}
