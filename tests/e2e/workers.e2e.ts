import { walkPages } from "./walk";

walkPages({
  who: "worker",
  email: "worker.over@demo.example",
  paths: ["/me", "/me/training", "/me/training/new", "/me/sessions", "/me/sessions/new", "/me/visibility", "/calendar"],
});
walkPages({
  who: "supervisor",
  email: "supervisor@demo.example",
  paths: ["/supervision", "/supervision/sessions", "/supervision/sessions/new", "/calendar"],
});
walkPages({
  who: "admin",
  email: "admin@demo.example",
  paths: ["/admin", "/admin/users", "/admin/users/new", "/admin/jobs", "/admin/mail", "/admin/audit", "/account"],
});
