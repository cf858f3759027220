-- Substrings of names, phones and e-mails by trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX contacts_trigram ON contacts USING gin (search_key gin_trgm_ops);
CREATE INDEX points_trigram ON points USING gin (normalized gin_trgm_ops);
