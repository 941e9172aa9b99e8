import { Link, type FetcherWithComponents } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { PlanItem } from "../../domain/planner/plan";
import { timeOf } from "../../domain/planner/time";
import type { OfficeName } from "../../domain/planner/view";
import { dayInYear } from "../../i18n/format";
import { useLocale } from "../locale";
import type { MoveAnswer } from "./move-answer";
import { useItemText, useOfficeText, type Names } from "./plan-words";

type Props = {
  item: PlanItem;
  plan: { planId: string; version: string };
  fetcher: FetcherWithComponents<MoveAnswer>;
  names: Names;
  offices: readonly OfficeName[];
  isBroken: boolean;
  id?: string;
  withDay?: boolean;
  isDraggable?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
};

/** A session of the draft: a link to its form that can be dragged, and a button that locks it. */
export function BoardItem(props: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { item, plan, fetcher, names, offices, isBroken } = props;
  const itemText = useItemText(names, offices);
  const officeText = useOfficeText(offices);
  const what = itemText(item);
  const look = isBroken
    ? "border-error-2 bg-red-50"
    : item.kind === "group"
      ? "border-key-700 bg-key-50"
      : "border-key-700 bg-white";
  return (
    <div
      className={`rounded-8 border ${item.locked ? "border-2" : ""} ${look} ${props.isDraggable ? "cursor-grab" : ""}`}
    >
      <Link
        id={props.id}
        to={`/supervision/planner/${plan.planId}/items/${item.id}`}
        draggable={props.isDraggable}
        onDragStart={(event) => event.dataTransfer.setData("text/plain", item.id)}
        onKeyDown={props.onKeyDown}
        aria-keyshortcuts={props.onKeyDown && "ArrowLeft ArrowRight ArrowUp ArrowDown"}
        className="block min-h-11 px-2 py-1 text-dns-16N-130 text-solid-gray-900 no-underline hover:underline focus-visible:outline-2"
      >
        <span className="font-700 tabular">
          <span className={props.withDay ? "" : "sr-only"}>{dayInYear(item.day, locale)} </span>
          {timeOf(item.start)}–{timeOf(item.start + item.minutes)}
        </span>
        <span className="block">{item.participants.map((id) => names[id] ?? "").join(t("planner.comma"))}</span>
        <span className="block text-dns-14N-130 text-solid-gray-700">
          {t(`glossary.session.${item.kind}`)} · {officeText(item.officeId)}
          {item.locked && ` · ${t("planner.board.locked")}`}
        </span>
        {isBroken && <span className="block text-dns-14N-130 text-error-2">× {t("planner.board.broken")}</span>}
      </Link>
      <fetcher.Form method="post" className="print:hidden">
        <input type="hidden" name="planId" value={plan.planId} />
        <input type="hidden" name="version" value={plan.version} />
        <input type="hidden" name="itemId" value={item.id} />
        <button
          name="intent"
          value={item.locked ? "unlock" : "lock"}
          aria-label={t(item.locked ? "planner.board.unlockOf" : "planner.board.lockOf", { what })}
          className="min-h-11 px-2 text-dns-14N-130 text-key-900 underline underline-offset-4 md:min-h-6"
        >
          {t(item.locked ? "planner.board.unlock" : "planner.board.lock")}
        </button>
      </fetcher.Form>
    </div>
  );
}
