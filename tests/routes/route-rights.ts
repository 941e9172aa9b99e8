import type { Action, Role } from "../../app/domain/access/policy";

/** What a route's loader or action asks of the policy, and who passes. */
export type Right = readonly [action: Action, ...roles: Role[]];
export type Rights = { loader?: Right; action?: Right };

const EVERYONE = ["worker", "supervisor", "manager", "ward", "admin"] as const;

/** Every route that needs somebody signed in: a new one fails the tests until it stands here. */
export const RIGHTS: Record<string, Rights> = {
  "_app.tsx": { loader: ["account.own", ...EVERYONE] },
  "_app.account._index.tsx": { loader: ["account.own", ...EVERYONE], action: ["account.own", ...EVERYONE] },
  "_app.notifications._index.tsx": {
    loader: ["notification.own", ...EVERYONE],
    action: ["notification.own", ...EVERYONE],
  },
  "_app.evidence.$fileId.ts": { loader: ["evidence.read", "worker", "manager"] },
  "_app.notes.$sessionId.tsx": {
    loader: ["note.own", "worker", "supervisor"],
    action: ["note.own", "worker", "supervisor"],
  },
  "membership.ts": { action: ["account.own", ...EVERYONE] },

  "_app.calendar._index.tsx": {
    loader: ["calendar.own", "worker", "supervisor"],
    action: ["calendar.own", "worker", "supervisor"],
  },
  "_app.me._index.tsx": { loader: ["own.read", "worker"] },
  "_app.me.flags.$flagId.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.record._index.tsx": { loader: ["own.record", "worker"] },
  "_app.me.record.file.ts": { loader: ["own.record", "worker"] },
  "_app.me.record.transfer.tsx": { loader: ["own.transfer", "worker"], action: ["own.transfer", "worker"] },
  "_app.me.actions._index.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.actions.export.ts": { loader: ["own.read", "worker"] },
  "_app.me.requests._index.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.requests.export.ts": { loader: ["own.read", "worker"] },
  "_app.me.requests.new.tsx": { loader: ["own.log", "worker"], action: ["own.log", "worker"] },
  "_app.me.sessions.$sessionId.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.sessions.export.ts": { loader: ["own.read", "worker"] },
  "_app.me.sessions._index.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.sessions.new.tsx": { loader: ["own.log", "worker"], action: ["own.log", "worker"] },
  "_app.me.courses._index.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.training._index.tsx": { loader: ["own.read", "worker"] },
  "_app.me.training.$recordId.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.training.export.ts": { loader: ["own.read", "worker"] },
  "_app.me.training.new.tsx": { loader: ["own.log", "worker"], action: ["own.log", "worker"] },
  "_app.me.career._index.tsx": { loader: ["own.read", "worker"] },
  "_app.me.career.qualifications.$qualificationId.tsx": {
    loader: ["own.read", "worker"],
    action: ["own.log", "worker"],
  },
  "_app.me.career.posts.$postId.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.career.renewal.tsx": { loader: ["own.read", "worker"], action: ["own.log", "worker"] },
  "_app.me.self-check.tsx": { loader: ["survey.answer", "worker"] },
  "_app.me.surveys._index.tsx": { loader: ["survey.answer", "worker"] },
  "_app.me.surveys.$campaignId._index.tsx": { loader: ["survey.answer", "worker"] },
  "_app.me.surveys.$campaignId.token.ts": { action: ["survey.answer", "worker"] },
  "_app.me.surveys.$campaignId_.results.tsx": { loader: ["own.read", "worker"] },
  "_app.me.visibility.tsx": { loader: ["own.read", "worker"] },

  "_app.supervision._index.tsx": { loader: ["supervision.read", "supervisor"] },
  "_app.supervision.coverage._index.tsx": { loader: ["supervision.read", "supervisor"] },
  "_app.supervision.coverage.export.ts": { loader: ["supervision.read", "supervisor"] },
  "_app.supervision.requests._index.tsx": { loader: ["supervision.read", "supervisor"] },
  "_app.supervision.requests.export.ts": { loader: ["supervision.read", "supervisor"] },
  "_app.supervision.requests.$requestId.tsx": {
    loader: ["supervision.schedule", "supervisor"],
    action: ["supervision.schedule", "supervisor"],
  },
  "_app.supervision.sessions.export.ts": { loader: ["supervision.read", "supervisor"] },
  "_app.supervision.sessions._index.tsx": { loader: ["supervision.read", "supervisor"] },
  "_app.supervision.sessions.$sessionId.tsx": {
    loader: ["supervision.read", "supervisor"],
    action: ["supervision.record", "supervisor"],
  },
  "_app.supervision.sessions.new.tsx": {
    loader: ["supervision.schedule", "supervisor"],
    action: ["supervision.schedule", "supervisor"],
  },
  "_app.supervision.availability._index.tsx": {
    loader: ["supervision.plan", "supervisor"],
    action: ["supervision.plan", "supervisor"],
  },
  "_app.supervision.planner._index.tsx": {
    loader: ["supervision.plan", "supervisor"],
    action: ["supervision.plan", "supervisor"],
  },
  "_app.supervision.planner.$planId.items.$itemId.tsx": {
    loader: ["supervision.plan", "supervisor"],
    action: ["supervision.plan", "supervisor"],
  },
  "_app.supervision.planner.export.ts": { loader: ["supervision.plan", "supervisor"] },

  "_app.contractor._index.tsx": { loader: ["contract.read", "manager"] },
  "_app.contractor.flags._index.tsx": { loader: ["contract.read", "manager"], action: ["flag.answer", "manager"] },
  "_app.contractor.plans._index.tsx": { loader: ["plan.manage", "manager"] },
  "_app.contractor.plans.export.ts": { loader: ["plan.manage", "manager"] },
  "_app.contractor.plans.new.tsx": { loader: ["plan.manage", "manager"], action: ["plan.manage", "manager"] },
  "_app.contractor.plans.$planId.tsx": { loader: ["plan.manage", "manager"], action: ["plan.manage", "manager"] },
  "_app.contractor.plans.$planId_.edit.tsx": { loader: ["plan.manage", "manager"], action: ["plan.manage", "manager"] },
  "_app.contractor.flags.export.ts": { loader: ["contract.read", "manager"] },
  "_app.contractor.flags.$flagId.tsx": { loader: ["contract.read", "manager"], action: ["flag.answer", "manager"] },
  "_app.contractor.import._index.tsx": {
    loader: ["contract.import", "manager"],
    action: ["contract.import", "manager"],
  },
  "_app.contractor.import.$batchId.tsx": {
    loader: ["contract.import", "manager"],
    action: ["contract.import", "manager"],
  },
  "_app.contractor.import.templates.$file.ts": { loader: ["contract.import", "manager"] },
  "_app.contractor.import.export.ts": { loader: ["contract.import", "manager"] },
  "_app.contractor.people._index.tsx": { loader: ["people.invite", "manager"], action: ["people.invite", "manager"] },
  "_app.contractor.people.export.ts": { loader: ["people.invite", "manager"] },
  "_app.contractor.supervision._index.tsx": { loader: ["contract.read", "manager"] },
  "_app.contractor.supervision.export.ts": { loader: ["contract.read", "manager"] },
  "_app.contractor.training._index.tsx": {
    loader: ["training.manage", "manager"],
    action: ["training.manage", "manager"],
  },
  "_app.contractor.training.class.tsx": {
    loader: ["training.manage", "manager"],
    action: ["training.manage", "manager"],
  },
  "_app.contractor.training.dates.$dateId.tsx": {
    loader: ["training.manage", "manager"],
    action: ["training.manage", "manager"],
  },
  "_app.contractor.training.export.ts": { loader: ["training.manage", "manager"] },
  "_app.contractor.training.plan._index.tsx": {
    loader: ["training.manage", "manager"],
    action: ["training.manage", "manager"],
  },
  "_app.contractor.training.plan.$courseId.tsx": {
    loader: ["training.manage", "manager"],
    action: ["training.manage", "manager"],
  },
  "_app.contractor.training.plan.export.ts": { loader: ["training.manage", "manager"] },
  "_app.contractor.thresholds._index.tsx": { loader: ["contract.read", "manager"] },
  "_app.contractor.training.plan.new.tsx": {
    loader: ["training.manage", "manager"],
    action: ["training.manage", "manager"],
  },
  "_app.contractor.training.records._index.tsx": { loader: ["training.manage", "manager"] },
  "_app.contractor.training.records.export.ts": { loader: ["training.manage", "manager"] },
  "_app.contractor.training.sign-ups.export.ts": { loader: ["training.manage", "manager"] },
  "_app.contractor.workers._index.tsx": { loader: ["contract.read", "manager"] },
  "_app.contractor.workers.$staffId.tsx": {
    loader: ["contract.read", "manager"],
    action: ["incident.log", "manager"],
  },
  "_app.contractor.workers.$staffId_.record.tsx": { loader: ["contract.read", "manager"] },
  "_app.contractor.workers.$staffId_.career.tsx": {
    loader: ["career.manage", "manager"],
    action: ["career.manage", "manager"],
  },
  "_app.contractor.qualifications._index.tsx": { loader: ["contract.read", "manager"] },
  "_app.contractor.qualifications.$qualificationId.tsx": {
    loader: ["career.manage", "manager"],
    action: ["career.manage", "manager"],
  },
  "_app.contractor.qualifications.export.ts": { loader: ["contract.read", "manager"] },
  "_app.contractor.careers._index.tsx": { loader: ["contract.read", "manager"] },
  "_app.contractor.careers.export.ts": { loader: ["contract.read", "manager"] },
  "_app.contractor.redistribution._index.tsx": {
    loader: ["whatif.use", "manager"],
    action: ["whatif.use", "manager"],
  },
  "_app.contractor.scenarios._index.tsx": { loader: ["whatif.use", "manager"] },
  "_app.contractor.scenarios.export.ts": { loader: ["whatif.use", "manager"] },
  "_app.contractor.scenarios.compare.tsx": { loader: ["whatif.use", "manager"] },
  "_app.contractor.scenarios.$scenarioId.tsx": { loader: ["whatif.use", "manager"], action: ["whatif.use", "manager"] },
  "_app.contractor.scenarios.$scenarioId_.export.ts": { loader: ["whatif.use", "manager"] },
  "_app.contractor.simulator._index.tsx": {
    loader: ["simulate.contract", "manager"],
    action: ["simulate.contract", "manager"],
  },
  "_app.contractor.simulator.export.ts": { loader: ["simulate.contract", "manager"] },
  "_app.contractor.surveys._index.tsx": { loader: ["survey.manage", "manager"] },
  "_app.contractor.surveys.export.ts": { loader: ["survey.manage", "manager"] },
  "_app.contractor.surveys.new.tsx": { loader: ["survey.manage", "manager"], action: ["survey.manage", "manager"] },
  "_app.contractor.surveys.$campaignId.tsx": {
    loader: ["survey.manage", "manager"],
    action: ["survey.manage", "manager"],
  },
  "_app.contractor.surveys.$campaignId_.edit.tsx": {
    loader: ["survey.manage", "manager"],
    action: ["survey.manage", "manager"],
  },
  "_app.contractor.surveys.$campaignId_.preview.tsx": { loader: ["survey.manage", "manager"] },
  "_app.contractor.surveys.$campaignId_.results.tsx": { loader: ["survey.manage", "manager"] },
  "_app.contractor.surveys.$campaignId_.results_.export.ts": { loader: ["survey.manage", "manager"] },
  "_app.contractor.workers.export.ts": { loader: ["contract.read", "manager"] },

  "_app.ward._index.tsx": { loader: ["ward.read", "ward"] },
  "_app.ward.contracts.$contractId.tsx": { loader: ["ward.read", "ward"] },
  "_app.ward.contracts_.$contractId.export.ts": { loader: ["ward.read", "ward"] },
  "_app.ward.contracts_.$contractId.requirements.tsx": {
    loader: ["specification.write", "ward"],
    action: ["specification.write", "ward"],
  },
  "_app.ward.contracts_.$contractId.scenarios.export.ts": { loader: ["simulate.ward", "ward"] },
  "_app.ward.contracts_.$contractId.scenarios._index.tsx": { loader: ["simulate.ward", "ward"] },
  "_app.ward.contracts_.$contractId.scenarios.$scenarioId.tsx": {
    loader: ["simulate.ward", "ward"],
    action: ["simulate.ward", "ward"],
  },
  "_app.ward.contracts_.$contractId.scenarios.compare.tsx": { loader: ["simulate.ward", "ward"] },
  "_app.ward.contracts_.$contractId.simulator._index.tsx": {
    loader: ["simulate.ward", "ward"],
    action: ["simulate.ward", "ward"],
  },
  "_app.ward.contracts_.$contractId.simulator.export.ts": { loader: ["simulate.ward", "ward"] },
  "_app.ward.contracts_.$contractId.thresholds.tsx": {
    loader: ["specification.write", "ward"],
    action: ["specification.write", "ward"],
  },
  "_app.ward.thresholds._index.tsx": {
    loader: ["specification.write", "ward"],
    action: ["specification.write", "ward"],
  },
  "_app.ward.contracts_.$contractId.supervision._index.tsx": { loader: ["ward.read", "ward"] },
  "_app.ward.contracts_.$contractId.supervision.export.ts": { loader: ["ward.read", "ward"] },
  "_app.ward.contracts_.$contractId.surveys._index.tsx": { loader: ["ward.read", "ward"] },
  "_app.ward.contracts_.$contractId.surveys.export.ts": { loader: ["ward.read", "ward"] },
  "_app.ward.contracts_.$contractId.surveys.$campaignId.tsx": { loader: ["ward.read", "ward"] },
  "_app.ward.contracts_.$contractId.surveys.$campaignId_.export.ts": { loader: ["ward.read", "ward"] },
  "_app.ward.export.ts": { loader: ["ward.read", "ward"] },
  "_app.ward.plans._index.tsx": { loader: ["plan.answer", "ward"] },
  "_app.ward.plans.export.ts": { loader: ["plan.answer", "ward"] },
  "_app.ward.plans.$contractId.$planId.tsx": { loader: ["plan.answer", "ward"], action: ["plan.answer", "ward"] },
  "_app.ward.contracts_.$contractId.flags.$rule.$group.tsx": { loader: ["ward.read", "ward"] },
  "_app.ward.flags._index.tsx": { loader: ["ward.read", "ward"] },
  "_app.ward.flags.export.ts": { loader: ["ward.read", "ward"] },

  "_app.admin._index.tsx": { loader: ["platform.read", "admin"], action: ["platform.write", "admin"] },
  "_app.admin.export.ts": { loader: ["platform.read", "admin"] },
  "_app.admin.audit._index.tsx": { loader: ["platform.read", "admin"] },
  "_app.admin.audit.export.ts": { loader: ["platform.read", "admin"] },
  "_app.admin.jobs._index.tsx": { loader: ["platform.read", "admin"], action: ["jobs.run", "admin"] },
  "_app.admin.jobs.export.ts": { loader: ["platform.read", "admin"] },
  "_app.admin.mail._index.tsx": { loader: ["platform.read", "admin"], action: ["platform.write", "admin"] },
  "_app.admin.mail.export.ts": { loader: ["platform.read", "admin"] },
  "_app.admin.users._index.tsx": { loader: ["platform.read", "admin"] },
  "_app.admin.users.export.ts": { loader: ["platform.read", "admin"] },
  "_app.admin.users.new.tsx": { loader: ["platform.invite", "admin"], action: ["platform.invite", "admin"] },
  "_app.admin.users.$userId.tsx": { loader: ["platform.read", "admin"], action: ["platform.invite", "admin"] },
};

/** Routes that anybody may open, each with its reason. */
export const PUBLIC: Record<string, string> = {
  "_index.tsx": "leads to the own home or to sign-in",
  "login.tsx": "sign-in itself",
  "logout.ts": "whoever is signed out stays so",
  "language.ts": "a choice of language needs no right",
  "membership.ts": "its loader only leads to the start page",
  "ballot.ts": "an anonymous answer: the token in it is the right, and nobody's name is asked",
  "survey.$campaignId.tsx": "the questions of a survey: whoever answers is nobody in particular",
  "welcome.$token.tsx": "the link in the address is the right",
  "calendar.$token.ts": "a calendar program cannot sign in; the secret in the address is the right",
  "digest.$token.tsx": "a mail program cannot sign in; the link in a digest is the right to end it",
};

/** Public routes whose action other sites may call: it reads no cookie, and the secret in the address is the whole right. */
export const FROM_ANYWHERE = ["digest.$token.tsx"];
