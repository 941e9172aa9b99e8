-- The same file twice on one record is kept once; the unique key also serves the list of a record's files.
DROP INDEX "evidence_file_ward_id_contract_id_subject_subject_id_idx";

CREATE UNIQUE INDEX "evidence_file_ward_id_contract_id_subject_subject_id_sha256_key" ON "evidence_file"("ward_id", "contract_id", "subject", "subject_id", "sha256");
