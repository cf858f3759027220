-- Substrings of names, phones and e-mails: a trigram index without positions (small, quick to fill); hits are verified by the query.
CREATE VIRTUAL TABLE contact_search USING fts5 (text, content = '', tokenize = 'trigram', detail = 'none');
-- What is entered in one transaction is gathered in up to 4 MB before it is written: a large filling then leaves fewer parts to merge.
INSERT INTO contact_search (contact_search, rank) VALUES ('hashsize', 4194304);
