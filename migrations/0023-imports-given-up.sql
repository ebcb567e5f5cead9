-- Imports that nobody carried out are given up after a while, with the file they keep.

create index file_import_open on file_import (started_at) where state in ('understood', 'planned');

-- The program finds them; what is given up, it gives up in the agency's name.
create policy file_import_system on file_import for select to onemind_app using ((select is_system()));
