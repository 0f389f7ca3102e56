select account.id, count(owner_email.address) as owners
from account
left join owner_email on owner_email.account_id = account.id and owner_email.state = 'confirmed'
where account.id = :#${variable.accountId}
group by account.id
