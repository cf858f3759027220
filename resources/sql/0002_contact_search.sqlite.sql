-- Substrings of names, phones and e-mails: a trigram index without positions (small, quick to fill); hits are verified by the query.
CREATE VIRTUAL TABLE contact_search USING fts5 (text, content = '', tokenize = 'trigram', detail = 'none');
