-- What is overdue is said once: its event is named by what it is and by the day that has passed.
CREATE UNIQUE INDEX plan_event_escalated_once ON plan_event (plan_id, note) WHERE kind = 'escalated';
CREATE UNIQUE INDEX flag_event_escalated_once ON flag_event (flag_id, note) WHERE kind = 'escalated';
