import { asPeople, type People } from "~/db/scope.server";

/** The files of evidence that belong to the person themselves, the newest first, without their content. */
export function listOwnFiles(people: People, staffId: string): Promise<{ id: string; name: string }[]> {
  return asPeople(
    people,
    (tx) => tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT id::text, name FROM evidence_file WHERE contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid
      ORDER BY uploaded_at DESC, id`,
  );
}
