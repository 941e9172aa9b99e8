import { walkPages } from "./walk";

walkPages({
  who: "worker",
  email: "worker.over@demo.example",
  stops: [
    "/me",
    "/me/training",
    "/me/training/new",
    "/me/courses",
    "/me/sessions",
    "/me/sessions/new",
    "/me/requests",
    "/me/requests/new",
    "/me/actions",
    "/me/career",
    "/me/career/qualifications/new",
    "/me/career/posts/new",
    "/me/career/renewal",
    "/me/record",
    "/me/record/transfer",
    "/me/visibility",
    "/calendar",
    "/notifications",
  ],
});
walkPages({
  who: "supervisor",
  email: "supervisor@demo.example",
  stops: [
    "/supervision",
    "/supervision/sessions",
    "/supervision/sessions/new",
    "/supervision/planner",
    "/supervision/availability",
    "/supervision/requests",
    "/supervision/coverage",
  ],
});
walkPages({
  who: "admin",
  email: "admin@demo.example",
  stops: ["/admin", "/admin/users", "/admin/users/new", "/admin/jobs", "/admin/mail", "/admin/audit", "/account"],
});
