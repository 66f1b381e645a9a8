-- The evidence of a case finds the gates' decisions by container.
create index gate_decision_containers on gate_decision using gin (containers);
