import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireActor } from "~/auth/require.server";
import { accountMenuFor, navigationFor } from "~/components/navigation";
import { WorkerOffline } from "~/components/offline/worker-offline";
import { Shell } from "~/components/shell";
import { mayAs } from "~/domain/access/policy";
import { countUnread } from "~/domain/notification/own.server";
import { today } from "~/lib/clock.server";

/** The signed-in frame. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { userId, name, membership, memberships } = await requireActor(request, "account.own");
  const isTold = mayAs(membership, "notification.own");
  const unread = isTold ? await countUnread({ userId, memberships, day: today() }) : null;
  return { name, membership, memberships, unread };
}

/** Anew after a change, and on the way to another page, so that the count of unread notifications keeps up. */
export function shouldRevalidate(given: ShouldRevalidateFunctionArgs): boolean {
  const { formMethod, defaultShouldRevalidate, currentUrl, nextUrl } = given;
  return formMethod ? defaultShouldRevalidate : currentUrl.pathname !== nextUrl.pathname;
}

export default function App() {
  const { name, membership, memberships, unread } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const labelled = memberships.map((one) => {
    const place = one.contractorName ? `${one.contractorName} ${one.contractCode ?? ""}` : one.wardName;
    const role = one.isFormer ? t("record.former") : t(`glossary.access.${one.role}`);
    return { id: one.id, label: place ? `${role} ・ ${place}` : role };
  });
  const standing = labelled.find((one) => one.id === membership.id)?.label ?? "";
  return (
    <Shell
      name={name}
      standing={standing}
      nav={navigationFor(membership)}
      menu={accountMenuFor(membership)}
      memberships={labelled}
      membershipId={membership.id}
      unread={unread}
    >
      {membership.role === "worker" && !membership.isFormer ? (
        <WorkerOffline owner={membership.id}>
          <Outlet />
        </WorkerOffline>
      ) : (
        <Outlet />
      )}
    </Shell>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
