-- What was read of a transmission whose signature stands within its bytes (XAdES, JWS): exactly what the signature was seen to cover.
-- Empty where the bytes themselves were read.
alter table transmission add column content bytea;
alter table transmission alter column content set storage external;
grant update (content) on transmission to ${worker};
