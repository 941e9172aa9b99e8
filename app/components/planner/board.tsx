import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { PlanItem } from "../../domain/planner/plan";
import type { Direction } from "../../domain/planner/schema";
import type { BoardDay, PlanScreen } from "../../domain/planner/view";
import { dayInYear } from "../../i18n/format";
import { useHydrated } from "../hydrated";
import { useLocale } from "../locale";
import { BoardItem } from "./board-item";
import type { MoveAnswer } from "./move-answer";
import { useItemText, useViolationText } from "./plan-words";

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "previousDay",
  ArrowRight: "nextDay",
  ArrowUp: "earlier",
  ArrowDown: "later",
};
const WEEKDAYS = ["1", "2", "3", "4", "5"] as const;

/** The draft week by week: on a desk a board whose sessions are dragged or moved by arrow keys, on a phone a list. */
export function Board({ screen }: { screen: PlanScreen }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<MoveAnswer>();
  const isHydrated = useHydrated();
  const focused = useRef<string | null>(null);
  const { draft, weeks, items, names, offices, broken } = screen;
  useEffect(() => {
    // why: a session that changes its day is drawn anew in another cell and would lose the focus.
    if (fetcher.state === "idle" && focused.current) document.getElementById(focused.current)?.focus();
  }, [fetcher.state, weeks]);
  if (!draft) return null;
  const version = String(draft.version);
  const isBusy = fetcher.state !== "idle";
  const send = (fields: Record<string, string>) => {
    if (isBusy) return;
    fetcher.submit({ planId: draft.planId, version, ...fields }, { method: "post" });
  };
  const onKey = (item: PlanItem) => (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focused.current = `item-${item.id}`;
    send({ intent: "step", itemId: item.id, direction });
  };
  const onDrop = (day: BoardDay) => (event: DragEvent) => {
    event.preventDefault();
    const itemId = event.dataTransfer.getData("text/plain");
    const item = items.find((one) => one.id === itemId);
    if (!item || item.day === day.day) return;
    focused.current = `item-${itemId}`;
    send({ intent: "move", itemId, day: day.day });
  };
  const itemProps = { plan: { planId: draft.planId, version }, fetcher, names, offices };
  const isBroken = (item: PlanItem) => broken.some(({ itemId }) => itemId === item.id);
  return (
    <>
      <p className="hidden text-std-16N-170 text-solid-gray-700 md:block">{isHydrated && t("planner.board.hint")}</p>
      <p className="text-std-16N-170 text-solid-gray-700 md:hidden">{t("planner.board.phoneHint")}</p>
      <MoveStatus answer={fetcher.data} isBusy={isBusy} screen={screen} />
      {items.length === 0 && <p className="mt-3 text-std-16N-170">{t("planner.board.empty")}</p>}
      <ol className="mt-3 grid gap-2 md:hidden print:hidden">
        {items.map((item) => (
          <li key={item.id}>
            <BoardItem item={item} isBroken={isBroken(item)} withDay {...itemProps} />
          </li>
        ))}
      </ol>
      <table className="mt-3 hidden w-full table-fixed border-collapse md:table print:table">
        <caption className="sr-only">{t("planner.board.title")}</caption>
        <thead>
          <tr className="bg-solid-gray-50 text-dns-16N-130">
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" className="border border-solid-gray-300 px-2 py-1">
                {t(`planner.availability.day.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.monday}>
              {week.days.map((day) => (
                <DayCell key={day.day} day={day} onDrop={day.isOpen ? onDrop(day) : undefined}>
                  {day.items.map((item) => (
                    <li key={item.id}>
                      <BoardItem
                        item={item}
                        id={`item-${item.id}`}
                        isBroken={isBroken(item)}
                        onKeyDown={onKey(item)}
                        isDraggable={isHydrated}
                        {...itemProps}
                      />
                    </li>
                  ))}
                </DayCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function DayCell(props: { day: BoardDay; onDrop: ((event: DragEvent) => void) | undefined; children: ReactNode[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { day, onDrop, children } = props;
  const [isOver, setOver] = useState(false);
  return (
    <td
      onDragOver={
        onDrop &&
        ((event) => {
          event.preventDefault();
          setOver(true);
        })
      }
      onDragLeave={() => setOver(false)}
      onDrop={
        onDrop &&
        ((event) => {
          setOver(false);
          onDrop(event);
        })
      }
      className={`h-20 border border-solid-gray-300 p-1 align-top ${isOver ? "bg-key-50 outline-2 outline-key-900" : ""} ${day.isOpen ? "" : "bg-solid-gray-50"}`}
    >
      <p className="text-dns-14N-130 text-solid-gray-700">
        {dayInYear(day.day, locale)}
        {day.isClosed && ` ${t("planner.board.closed")}`}
      </p>
      {children.length > 0 && <ul className="mt-1 grid gap-1">{children}</ul>}
    </td>
  );
}

/** Says, to eyes and screen readers, what became of the last move. */
function MoveStatus({
  answer,
  isBusy,
  screen,
}: {
  answer: MoveAnswer | undefined;
  isBusy: boolean;
  screen: PlanScreen;
}) {
  const { t } = useTranslation();
  const itemText = useItemText(screen.names, screen.offices);
  const violationText = useViolationText(screen.names);
  const text = () => {
    if (isBusy) return t("planner.board.waiting");
    if (!answer) return "";
    if (answer.ok)
      return answer.item ? t("planner.board.moved", { what: itemText(answer.item) }) : t("planner.done.changed");
    if (answer.reason !== "refused") return t("planner.board.stale");
    return t("planner.board.refused", { reasons: [...new Set(answer.broken.map(violationText))].join(" ") });
  };
  const look =
    answer && !isBusy
      ? answer.ok
        ? "border-success-2 bg-green-50"
        : "border-error-2 bg-red-50"
      : "border-transparent";
  return (
    <p role="status" className={`mt-3 min-h-11 rounded-8 border-l-8 px-4 py-2 text-std-16N-170 ${look}`}>
      {answer && !isBusy && <span aria-hidden="true">{answer.ok ? "✓ " : "× "}</span>}
      {text()}
    </p>
  );
}
