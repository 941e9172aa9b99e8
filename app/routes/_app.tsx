import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireActor } from "~/auth/require.server";
import { accountMenuFor, navigationFor } from "~/components/navigation";
import { WorkerOffline } from "~/components/offline/worker-offline";
import { Shell } from "~/components/shell";

/** The signed-in frame. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { name, membership, memberships } = await requireActor(request, "account.own");
  return { name, membership, memberships };
}

export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod ? defaultShouldRevalidate : false;
}

export default function App() {
  const { name, membership, memberships } = useLoaderData<typeof loader>();
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
