import { Form, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "./button";
import type { Option } from "./field";

export type FilterField = { name: string; label: string; options: Option[]; empty: string };

/** Filters of a list: they live in the address, so a filtered list can be sent on, and work without script. */
export function FilterBar(props: {
  fields: FilterField[];
  search?: { name: string; label: string };
  toggle?: { name: string; label: string };
}) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const own = [...props.fields.map((field) => field.name), props.search?.name, props.toggle?.name, "page", "done"];
  const kept = [...params].filter(([key]) => !own.includes(key));
  const control = "min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 text-dns-16N-130";
  return (
    <Form
      key={params.toString()}
      method="get"
      role="search"
      className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      {kept.map(([key, value]) => (
        <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
      ))}
      {props.search && (
        <label className="flex flex-col gap-1 text-dns-14N-130">
          {props.search.label}
          <input
            type="search"
            name={props.search.name}
            defaultValue={params.get(props.search.name) ?? ""}
            className={`${control} w-56`}
          />
        </label>
      )}
      {props.fields.map((field) => (
        <label key={field.name} className="flex flex-col gap-1 text-dns-14N-130">
          {field.label}
          <select name={field.name} defaultValue={params.get(field.name) ?? ""} className={`${control} max-w-64`}>
            <option value="">{field.empty}</option>
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {props.toggle && (
        <label className="inline-flex min-h-11 items-center gap-2 text-dns-16N-130">
          <input
            type="checkbox"
            name={props.toggle.name}
            value="1"
            defaultChecked={params.get(props.toggle.name) === "1"}
            className="size-5 accent-key-900"
          />
          {props.toggle.label}
        </label>
      )}
      <Button look="outline" className="min-h-11">
        {t("common.filter")}
      </Button>
    </Form>
  );
}
