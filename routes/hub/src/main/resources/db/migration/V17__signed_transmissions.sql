-- A signature that came beside the bytes of a transmission is kept with them, as evidence; it never changes. Signatures within the bytes
-- (XAdES, JWS) are kept with the bytes.
alter table transmission add column signature bytea;
