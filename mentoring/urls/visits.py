from django.http import HttpResponse
from django.urls import path


def stub(request):
    return HttpResponse()


urlpatterns = [path('kunjungan/', stub, name='visits'), path('kunjungan/<int:pk>/', stub, name='visit'), path('foto/<int:pk>/', stub, name='evidence')]
